// What a reader waits for on the first page of a visit, compressed with brotli: the page and every file that it asks for
// before the reader does anything. The budgets are data (budgets.json), one for each template of scenarios.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const site = join(process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target"), "tests/site");
const data = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const budgets = data("budgets.json");
const { languages, templates, shared } = data("../browser/scenarios.json");

// Pictures of the content are the author's; all else that loads by itself counts.
function files(page) {
  const html = readFileSync(join(site, page), "utf8");
  const found = new Set([page]);
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const at = (name) => new RegExp(`\\s${name}="?([^\\s">]+)`).exec(tag)?.[1];
    // What a script may need later (`modulepreload` on the search page) comes when the reader turns to the search.
    const address = tag.startsWith("<script") ? at("src") : /^(stylesheet|icon|preload)$/.test(at("rel")) && at("href");
    if (address) found.add(join(dirname(page), address));
  }
  return [...found];
}

const size = (path) => brotliCompressSync(readFileSync(join(site, path))).length;

test("every template has a budget", () => assert.deepEqual(Object.keys(budgets.bytes), Object.keys(templates)));

for (const [name, path] of Object.entries(templates)) {
  test(`the first view of ${name} keeps to its budget`, () => {
    for (const lang of Object.keys(languages)) keeps(`${lang}/${path}index.html`, budgets.bytes[name]);
  });
}

for (const path of shared) {
  test(`the first view of /${path} in all languages keeps to its budget`, () => {
    keeps(path.endsWith(".html") ? path : `${path}index.html`, budgets.shared);
  });
}

function keeps(page, budget) {
  const wanted = files(page);
  const bytes = wanted.reduce((sum, it) => sum + size(it), 0);
  const told = `${page}: ${bytes} bytes: ${wanted.map((it) => `${it} ${size(it)}`).join(", ")}`;
  assert.ok(bytes <= budget, `${told}; at most ${budget}`);
  assert.ok(wanted.length <= budgets.requests, `${told}; at most ${budgets.requests} files`);
}
