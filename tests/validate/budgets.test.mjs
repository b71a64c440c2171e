// What a reader waits for on the first page of a visit, compressed with brotli: the page and every file that it asks for
// before the reader does anything. The budgets are data (budgets.json): one for each template of scenarios.json, and one for
// the largest of all pages that are built alike.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const site = join(process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target"), "tests/site");
const data = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const budgets = data("budgets.json");
const { languages, templates } = data("../browser/scenarios.json");

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

const sizes = new Map();
const size = (path) => sizes.get(path) ?? sizes.set(path, brotliCompressSync(readFileSync(join(site, path))).length).get(path);

test("every template has a budget", () => assert.deepEqual(Object.keys(budgets.bytes), Object.keys(templates)));

for (const [name, path] of Object.entries(templates)) {
  test(`the first view of ${name} keeps to its budget`, () => {
    for (const lang of Object.keys(languages)) keeps(`${lang}/${path}index.html`, budgets.bytes[name]);
  });
}

// Pages are built alike that give their frame the same class.
const shapes = {};
for (const page of readdirSync(site, { recursive: true }).map(String).filter((it) => it.endsWith(".html"))) {
  const html = readFileSync(join(site, page), "utf8");
  const [, quoted, bare] = /<(?:body|main)\b[^>]*?\sclass=(?:"([^"]+)"|([^\s>]+))/.exec(html) ?? [];
  (shapes[quoted ?? bare] ??= []).push(page);
}

test("every shape of pages has a budget", () => assert.deepEqual(Object.keys(shapes).sort(), Object.keys(budgets.shapes).sort()));

for (const [name, pages] of Object.entries(shapes)) {
  test(`the first view of every page of the shape “${name}” keeps to its budget`, () => {
    for (const page of pages) keeps(page, budgets.shapes[name]);
  });
}

function keeps(page, budget) {
  const wanted = files(page);
  const bytes = wanted.reduce((sum, it) => sum + size(it), 0);
  const told = `${page}: ${bytes} bytes: ${wanted.map((it) => `${it} ${size(it)}`).join(", ")}`;
  assert.ok(bytes <= budget, `${told}; at most ${budget}`);
  assert.ok(wanted.length <= budgets.requests, `${told}; at most ${budgets.requests} files`);
}
