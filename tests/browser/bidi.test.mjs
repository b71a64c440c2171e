// Runs of the other direction, typed plainly into every kind of block, read in the right order on the screen: measured
// by the places of their characters. The runs are data: bidi.json.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, samples, serve, site } from "./browser.mjs";

const probes = JSON.parse(readFileSync(new URL("bidi.json", import.meta.url), "utf8"));
const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "probes-"));

const words = { ar: ["صدر", "ثم غيره"], en: ["It says", "and more"] };

// What an author types so that signs of Markdown stay signs.
const plain = (text) => text.replace(/[\\*_[\]<>#`~|]/g, "\\$&").replace(/^([+-]) /, "\\$1 ").replaceAll("&", "&amp;");

// Every kind of block around one run; each block tells by its id which it is.
function blocks(lang, run, rank) {
  const [before, after] = words[lang];
  const text = plain(run);
  const line = `${before} ${text} ${after}`;
  const named = (kind) => `{#${kind}-${rank}}`;
  return [
    `## ${line} ${named("heading")}`,
    `${line}.\n${named("paragraph")}`,
    `${before} ${text}\n${named("end")}`,
    `- ${line}\n${named("item")}`,
    `[${line}](https://example.org/)\n${named("link")}`,
    `| ${before} | ${after} |\n|---|---|\n| ${line} | ${after} |`,
    "",
  ].join("\n\n");
}

let browser, server;
before(async () => {
  const write = (path, text) => {
    mkdirSync(resolve(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("content/site.yaml", `title: {ar: "مسبار", en: "Probe"}
languages:
  - {tag: ar, dir: rtl}
  - {tag: en, dir: ltr}
base: https://probe.example/
translations: optional
search: true
`);
  write("content/tests.ar.md", `---\ntitle: قرار Global Compact (A/RES/73/195)\nsummary: موجز 2014/9/7 عن UN Women\n---\n\nنص.\n`);
  const paragraphs = [
    ...probes.around.flatMap(([before, after]) => probes.atomic.map((run) => plain(before + run + after))),
    ...probes.lone.map((it) => `المنظمات ${it.join("")} معًا`),
    ...probes.addresses.map((it) => `انظر ${it.join("")} ثم`),
    ...probes.across.map(([typed]) => `نشرت ${typed} أمس`),
  ];
  write("content/around.ar.md", `---\ntitle: حول\n---\n\n${paragraphs.map((it, rank) => `${it}\n{#line-${rank}}`).join("\n\n")}\n`);
  const arabic = [...probes.atomic, ...probes.natural, ...probes.lists.map((it) => it.join(", "))];
  write("content/probes.ar.md", `---\ntitle: مسبار\n---\n\n${arabic.map((it, rank) => blocks("ar", it, rank)).join("\n")}`);
  write("content/runs.en.md", `---\ntitle: Probe\n---\n\n${probes.arabic.map((it, rank) => blocks("en", it, rank)).join("\n")}`);
  const build = ["run", "--locked", "--quiet", "--", "build", "--site", folder, "--out", join(folder, "public")];
  const run = spawnSync("cargo", build, { cwd: project, encoding: "utf8" });
  assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
  browser = await launch();
  server = await serve(join(folder, "public"), "/");
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

// Runs in the page: the left edges of the visible characters of `run` in each block of this rank; with `bare`, in a copy without markup.
function edges({ rank, run, bare }) {
  const kinds = ["heading", "paragraph", "end", "item", "link", "table"];
  return kinds.map((kind) => {
    const cell = `#heading-${rank} ~ .table td`;
    let block = document.querySelector(kind === "table" ? cell : `#${kind}-${rank}`);
    if (!block) return { kind, edges: null };
    let copy = null;
    if (bare) {
      copy = document.createElement("p");
      copy.textContent = block.textContent;
      document.querySelector("main").append(copy);
      block = copy;
    }
    const texts = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    const whole = texts.map((it) => it.data).join("");
    const start = whole.indexOf(run);
    const places = [];
    for (let at = start; start >= 0 && at < start + run.length; at += 1) {
      let [node, inner] = [0, at];
      while (inner >= texts[node].length) inner -= texts[node++].length;
      const range = document.createRange();
      range.setStart(texts[node], inner);
      range.setEnd(texts[node], inner + 1);
      if (/\S/.test(whole[at])) places.push(range.getClientRects()[0]?.left);
    }
    copy?.remove();
    return { kind, edges: start < 0 ? null : places };
  });
}

const rises = (edges) => edges.every((it, at) => at === 0 || it > edges[at - 1]);
const order = (edges) => edges.map((_, at) => at).sort((a, b) => edges[a] - edges[b]).join(" ");

async function measured(path, work) {
  // Every block stands on one line.
  const { page, close } = await open(browser, server.address + path, { viewport: { width: 2400, height: 900 }, bypassCSP: true });
  await page.addStyleTag({ content: "main * { max-inline-size: none !important; white-space: nowrap !important }" });
  const faults = [];
  await work(page, faults);
  await close();
  assert.deepEqual(faults, []);
}

test("atomic runs in Arabic read from left to right in every kind of block", async () => {
  await measured("ar/probes/", async (page, faults) => {
    for (const [rank, run] of probes.atomic.entries()) {
      for (const it of await page.evaluate(edges, { rank, run })) {
        if (!it.edges || !rises(it.edges)) faults.push(`${run} in ${it.kind}: ${it.edges && order(it.edges)}`);
      }
    }
  });
});

test("ranges, percentages and scores in Arabic keep the order that they have by nature", async () => {
  await measured("ar/probes/", async (page, faults) => {
    for (const [at, run] of probes.natural.entries()) {
      const rank = probes.atomic.length + at;
      const bare = await page.evaluate(edges, { rank, run, bare: true });
      for (const [which, it] of (await page.evaluate(edges, { rank, run })).entries()) {
        if (!it.edges || order(it.edges) !== order(bare[which].edges)) faults.push(`${run} in ${it.kind}`);
      }
    }
    const rank = probes.atomic.length + probes.natural.indexOf("2018-2019");
    const [years] = await page.evaluate(edges, { rank, run: "2018-2019" });
    if (!(years.edges[0] > years.edges[5])) faults.push("the first year of a range stands on the right");
  });
});

test("symbols side by side are isolated one by one, the first on the right", async () => {
  await measured("ar/probes/", async (page, faults) => {
    for (const [at, [first, second]] of probes.lists.entries()) {
      const rank = probes.atomic.length + probes.natural.length + at;
      const [a, b] = [await page.evaluate(edges, { rank, run: first }), await page.evaluate(edges, { rank, run: second })];
      for (const [which, it] of a.entries()) {
        const other = b[which].edges;
        if (!it.edges || !other || !rises(it.edges) || !rises(other) || it.edges[0] < other[0]) faults.push(`${first}, ${second} in ${it.kind}`);
      }
    }
  });
});

test("Arabic words in English read from right to left in every kind of block", async () => {
  await measured("en/runs/", async (page, faults) => {
    for (const [rank, run] of probes.arabic.entries()) {
      const [first, last] = [run.split(" ")[0], run.split(" ").at(-1)];
      const [a, b] = [await page.evaluate(edges, { rank, run: first }), await page.evaluate(edges, { rank, run: last })];
      for (const [which, it] of a.entries()) {
        if (!it.edges || !b[which].edges || it.edges[0] < b[which].edges[0]) faults.push(`${run} in ${it.kind}`);
      }
    }
  });
});

// Runs in the page: the middles of the characters of a line, blanks left out as `null`.
function middles({ id, line }) {
  const block = document.getElementById(id);
  const texts = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  const start = texts.map((it) => it.data).join("").indexOf(line);
  return [...Array(line.length).keys()].map((at) => {
    let [node, inner] = [0, start + at];
    while (inner >= texts[node].length) inner -= texts[node++].length;
    const range = document.createRange();
    range.setStart(texts[node], inner);
    range.setEnd(texts[node], inner + 1);
    const box = range.getClientRects()[0];
    return start < 0 || !box || !/\S/.test(line[at]) ? null : (box.left + box.right) / 2;
  });
}

const shown = (places, from, to) => places.slice(from, to).filter((it) => it !== null);
const rightOf = (a, b) => Math.min(...a) > Math.max(...b);

test("what stands around a run in Arabic stays outside of it, on the side where it was typed", async () => {
  await measured("ar/around/", async (page, faults) => {
    let rank = 0;
    for (const [before, after] of probes.around) {
      for (const run of probes.atomic) {
        const line = before + run + after;
        const places = await page.evaluate(middles, { id: `line-${rank++}`, line });
        const end = before.length + run.length;
        const inner = shown(places, before.length, end);
        // Of a pair of brackets either may stand on either side: they are mirrored.
        const pair = before.endsWith("(") ? 1 : 0;
        const [first, last] = [shown(places, 0, before.length - pair), shown(places, end + pair, line.length)];
        if (!inner.length || !rises(inner)) faults.push(`${line}: order of the run`);
        if (first.length && !rightOf(first, inner)) faults.push(`${line}: what stands before it`);
        if (last.length && !rightOf(inner, last)) faults.push(`${line}: what stands after it`);
      }
    }
  });
});

test("lone words, addresses in any script and runs across markup keep their order in Arabic", async () => {
  await measured("ar/around/", async (page, faults) => {
    let rank = probes.around.length * probes.atomic.length;
    for (const [first, between, second] of probes.lone) {
      const line = first + between + second;
      const places = await page.evaluate(middles, { id: `line-${rank++}`, line });
      if (!rightOf(shown(places, 0, first.length), shown(places, line.length - second.length, line.length))) faults.push(line);
    }
    for (const pieces of probes.addresses) {
      const places = await page.evaluate(middles, { id: `line-${rank++}`, line: pieces.join("") });
      let at = 0;
      const parts = pieces.map((it) => shown(places, at, (at += it.length)));
      if (!parts.every((it, which) => which === 0 || rightOf(it, parts[which - 1]))) faults.push(pieces.join(""));
    }
    for (const [, line] of probes.across) {
      const places = await page.evaluate(middles, { id: `line-${rank++}`, line });
      if (!rises(shown(places, 0, line.length))) faults.push(line);
    }
  });
});

test("results of the search isolate and mark words of another language", async () => {
  const { page, faults, close } = await open(browser, `${server.address}ar/search/?q=${encodeURIComponent("قرار")}`);
  await page.waitForSelector("main ol.found a");
  const link = page.locator("main ol.found a", { hasText: "Global" });
  assert.equal(await link.locator("[lang=en][dir=ltr]").textContent(), "Global Compact (A/RES/73/195)");
  assert.equal(await page.locator("main ol.found p bdi[dir=ltr]").first().textContent(), "2014/9/7");
  assert.doesNotMatch(await page.locator("main ol.found").first().innerText(), /[\u2066-\u2069]/);
  assert.deepEqual(faults, []);
  await close();
});

// Runs in the page: texts in which words of another script stand unmarked, two of them in Arabic, one in English.
function unmarked() {
  const out = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: holder } = walker.currentNode;
    if (holder.closest("script, style, code, pre, option, bdi, a.address")) continue;
    const lang = holder.closest("[lang]").lang;
    const found = lang === "ar" ? /[A-Za-z][\w'’.&-]*[ ,;:()&/–]+[A-Za-z]/ : lang === "en" ? /[\u0620-\u064A]{2}/ : /(?!)/;
    if (found.test(data)) out.push(`${lang}: ${data.trim()}`);
  }
  return out;
}

test("words of another language carry their language on every kind of page", async () => {
  const finished = await serve(site, "/");
  const faults = [];
  for (const path of samples) {
    const { page, close } = await open(browser, finished.address + path);
    faults.push(...(await page.evaluate(unmarked)).map((it) => `${path}: ${it}`));
    await close();
  }
  finished.close();
  assert.deepEqual(faults, []);
});
