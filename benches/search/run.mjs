// How well the search finds, and what it costs over the wire, beside Pagefind on the same pages in the same run.
//
//   cargo run --release -- build --site CORPUS --out SITE
//   npm install --prefix benches/search && npm install --prefix tests
//   node benches/search/run.mjs --site SITE --queries QUERIES.json [--json]
//
// QUERIES.json: [{ "cls", "ui", "q", "rel": ["ar/path", ...] }]; a query of the class `absent` should find nothing.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { launch } from "../../tests/browser/browser.mjs";

const { values } = parseArgs({ options: { site: { type: "string" }, queries: { type: "string" }, json: { type: "boolean" } } });
const queries = JSON.parse(readFileSync(values.queries, "utf8"));
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };

// Serves a folder, compressed where that helps, and notes what goes over the wire.
async function serve(folder) {
  const log = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const body = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path)).catch(() => null);
    if (!body) return response.writeHead(404).end();
    const packed = gzipSync(body, { level: 9 });
    const isSmaller = packed.length < body.length;
    log.push({ path, bytes: isSmaller ? packed.length : body.length });
    response.writeHead(200, { "content-type": types[extname(path) || ".html"] ?? "application/octet-stream", "cache-control": "max-age=600", ...(isSmaller && { "content-encoding": "gzip" }) });
    response.end(isSmaller ? packed : body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { root: `http://127.0.0.1:${server.address().port}/`, log, close: () => server.close() };
}

const isPart = (path) => !/\.(css|svg|html)$|\/$/.test(path);
const cost = (log) => {
  const parts = log.splice(0).filter((it) => isPart(it.path));
  return { bytes: parts.reduce((sum, it) => sum + it.bytes, 0), requests: parts.length };
};

// Ours: the search page as readers use it.
const ours = {
  name: "tashawur",
  folder: values.site,
  open: (page, root, language) => page.goto(`${root}${language}/search/`, { waitUntil: "load" }),
  ask: (page, query) =>
    page.evaluate(async (query) => {
      const field = document.querySelector("main [name=q]");
      const holder = document.querySelector("main [data-search-results]");
      field.value = query;
      const began = performance.now();
      let ended;
      const done = new Promise((tell) => {
        new MutationObserver((_, it) => {
          if (!holder.hasAttribute("data-search-done")) return;
          it.disconnect();
          requestAnimationFrame(() => tell((ended = performance.now())));
        }).observe(holder, { attributes: true });
      });
      holder.removeAttribute("data-search-done");
      field.focus();
      field.dispatchEvent(new Event("input"));
      await done;
      // What the browser waits for the next frame is its own; the work until then is ours.
      return { paths: [...holder.querySelectorAll("ol a")].map((it) => new URL(it.href).pathname), took: ended - began };
    }, query),
};

// Pagefind: its own interface to scripts, with the data of the first ten results, which a list needs.
function pagefind() {
  const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
  const isPage = (from) => !relative(values.site, from).startsWith("assets");
  cpSync(values.site, folder, { recursive: true, filter: isPage });
  const program = resolve(import.meta.dirname, "node_modules/.bin/pagefind");
  const made = spawnSync(program, ["--site", folder, "--glob", "{ar,en}/**/*.html", "--root-selector", "main"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr || made.stdout);
  return {
    name: "Pagefind",
    folder,
    open: (page, root, language) => page.goto(`${root}${language}/search/`, { waitUntil: "load" }),
    ask: (page, query) =>
      page.evaluate(async (query) => {
        const pagefind = await import("/pagefind/pagefind.js");
        const began = performance.now();
        const found = await pagefind.search(query);
        const first = await Promise.all(found.results.slice(0, 10).map((it) => it.data()));
        return { paths: first.map((it) => it.url), took: performance.now() - began };
      }, query),
    clean: () => rmSync(folder, { recursive: true }),
  };
}

async function measure(browser, engine) {
  const server = await serve(engine.folder);
  const classes = new Map();
  const groups = new Map();
  const times = [];
  const pages = {};
  const costs = {};
  for (const language of new Set(queries.map((it) => it.ui))) {
    const context = await browser.newContext({ bypassCSP: true });
    pages[language] = await context.newPage();
    await engine.open(pages[language], server.root, language);
    // Five different queries of one word in a row, from a cold start.
    const plain = queries.filter((it) => it.ui === language && it.cls.startsWith(language === "ar" ? "clitic" : "inflection"));
    costs[language] = [];
    for (const it of plain.slice(0, 5)) {
      await engine.ask(pages[language], it.q);
      costs[language].push(cost(server.log));
    }
  }
  for (const it of queries) {
    const { paths, took } = await engine.ask(pages[it.ui], it.q);
    times.push(took);
    const found = paths.map((path) => path.replace(/^\/|\/$/g, "").replace(/\/index\.html$/, ""));
    const at = found.slice(0, 10).findIndex((path) => it.rel.includes(path));
    const score = it.cls === "absent" ? Number(!found.length) : at < 0 ? 0 : 1 / (at + 1);
    const keys = it.cls === "absent" ? [[classes, it.cls]] : [[classes, it.cls], [groups, it.ui]];
    for (const [map, key] of keys) {
      const sum = map.get(key) ?? map.set(key, { queries: 0, mrr: 0, success: 0, none: 0 }).get(key);
      sum.queries += 1;
      sum.mrr += score;
      sum.success += at >= 0 && at < 5;
      sum.none += !found.length;
    }
  }
  server.close();
  for (const page of Object.values(pages)) await page.context().close();
  engine.clean?.();
  times.sort((one, other) => one - other);
  const mean = (map) => Object.fromEntries([...map].map(([key, it]) => [key, { queries: it.queries, mrr: it.mrr / it.queries, success: it.success / it.queries, none: it.none / it.queries }]));
  return { name: engine.name, classes: mean(classes), groups: mean(groups), costs, median: times[times.length >> 1] };
}

const browser = await launch({ executablePath: "/usr/bin/chromium" });
const all = [await measure(browser, ours), await measure(browser, pagefind())];
await browser.close();
if (values.json) console.log(JSON.stringify(all, null, 1));
else tell(all);

function tell([one, other]) {
  const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
  const share = (it) => (it === undefined ? "" : it.toFixed(3));
  row("class", "queries", one.name, other.name);
  row("---", "---:", "---:", "---:");
  for (const key of Object.keys(one.classes)) row(key, one.classes[key].queries, share(one.classes[key].mrr), share(other.classes[key].mrr));
  for (const key of Object.keys(one.groups)) {
    const [mine, theirs] = [one.groups[key], other.groups[key]];
    row(`${key}: MRR@10`, mine.queries, share(mine.mrr), share(theirs.mrr));
    row(`${key}: success@5`, mine.queries, share(mine.success), share(theirs.success));
    row(`${key}: no result`, mine.queries, share(mine.none), share(theirs.none));
  }
  for (const key of Object.keys(one.costs)) {
    const sum = (costs) => `${costs.reduce((sum, it) => sum + it.bytes, 0)} B, ${costs.reduce((sum, it) => sum + it.requests, 0)}`;
    row(`${key}: first query: bytes, requests`, "", sum(one.costs[key].slice(0, 1)), sum(other.costs[key].slice(0, 1)));
    row(`${key}: five queries: bytes, requests`, "", sum(one.costs[key]), sum(other.costs[key]));
  }
  row("query to results, median ms", "", one.median.toFixed(1), other.median.toFixed(1));
}
