// Runs of the other direction, typed plainly into every kind of block, read in the right order on the screen: measured
// by the places of their characters. The runs are data: bidi.json.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, serve } from "./browser.mjs";

const probes = JSON.parse(readFileSync(new URL("bidi.json", import.meta.url), "utf8"));
const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "probes-"));

const words = { ar: ["صدر", "ثم غيره"], en: ["It says", "and more"] };

// Every kind of block around one run; each block tells by its id which it is.
function blocks(lang, run, rank) {
  const [before, after] = words[lang];
  const text = run.replaceAll("|", "\\|");
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
`);
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
  // Wide enough for every block to stand on one line.
  const { page, close } = await open(browser, server.address + path, { viewport: { width: 2400, height: 900 } });
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
