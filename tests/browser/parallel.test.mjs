// Pages on which both languages stand side by side: on the screen, and printed to PDF.
//
// The PDF is read by poppler's pdftotext: it gives the letters of shaped and ligated Arabic back one by one, which the first
// test holds, and with -bbox-layout the page and place of every word.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, scenarios, serve, site } from "./browser.mjs";

let browser, server, folder;
before(async () => {
  browser = await launch();
  server = await serve(site, "/");
  folder = mkdtempSync(join(tmpdir(), "parallel-"));
});
after(async () => {
  await browser?.close();
  server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

// A4 across, and its margins, in points.
const sheet = { width: 841.92, height: 594.96, margin: 42.5 };

async function print(page, ...options) {
  const path = join(folder, "page.pdf");
  await page.pdf({ path, preferCSSPageSize: true });
  return execFileSync("pdftotext", ["-enc", "UTF-8", ...options, path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
}

// How often each letter stands in a text, whatever its form and the order that directions give it.
function letters(text) {
  const count = {};
  for (const it of text.normalize("NFKC").replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").match(/\p{L}/gu) ?? [])
    count[it] = (count[it] ?? 0) + 1;
  return Object.fromEntries(Object.entries(count).sort());
}

test("the letters of shaped Arabic come back from a PDF, and a missing one would be noticed", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const text = "لا إله إلا الله ﷲ، الإعلان والآلية والأمانة ﷺ، مسؤول: Resolution 7833";
  await page.setContent(`<html lang=ar dir=rtl><body style="font: 12pt 'Noto Sans Arabic', 'Noto Sans'"><p>${text}`);
  const printed = letters(await print(page));
  assert.deepEqual(printed, letters(text));
  assert.notDeepEqual(printed, letters(text.replace("الآلية", "الالية")));
  await context.close();
});

for (const path of scenarios.parallel) {
  test(`/parallel/${path} holds what the pages of each language hold`, async () => {
    const { page, close } = await open(browser, `${server.address}parallel/${path}`);
    for (const lang of Object.keys(scenarios.languages)) {
      const here = await page.locator(`main > .pair > .prose[lang=${lang}]`).allInnerTexts();
      const alone = await open(browser, `${server.address}${lang}/${path}`);
      const there = await alone.page.locator("main > .prose, main > .hero > .prose").allInnerTexts();
      assert.deepEqual(letters(here.join("\n")), letters(there.join("\n")), lang);
      await alone.close();
    }
    await close();
  });

  test(`/parallel/${path} stands in two columns, Arabic at the right, and on a phone one below the other`, async () => {
    const { page, close } = await open(browser, `${server.address}parallel/${path}`);
    const boxes = () =>
      page.$$eval("main .pair", (pairs) =>
        pairs.map((pair) => [...pair.querySelectorAll(":scope > [lang]")].map((it) => {
          const { x, y, width, height } = it.getBoundingClientRect();
          return { lang: it.lang, x, y, width, height };
        })),
      );
    const wide = await boxes();
    assert.ok(wide.length > 3, `${wide.length} pairs`);
    for (const [first, second] of wide) {
      assert.deepEqual([first.lang, second.lang], ["ar", "en"], "the order of reading");
      assert.ok(second.x + second.width <= first.x, "Arabic stands at the right");
      assert.ok(first.y < second.y + second.height && second.y < first.y + first.height, "they stand side by side");
    }
    await page.setViewportSize({ width: 360, height: 800 });
    for (const [first, second] of await boxes()) {
      assert.ok(second.y >= first.y + first.height, "they stand one below the other");
      assert.equal(first.width, second.width);
    }
    await close();
  });

  test(`/parallel/${path} prints every letter on A4 across, pairs aligned and none torn that fits a page`, async () => {
    const { page, close } = await open(browser, `${server.address}parallel/${path}`);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => document.body.innerText);
    assert.deepEqual(letters(await print(page)), letters(seen));

    const expected = await page.evaluate(mark);
    const words = layout(await print(page, "-bbox-layout"));
    for (const it of words) assert.ok(Math.abs(it.sheet.width - sheet.width) < 1 && Math.abs(it.sheet.height - sheet.height) < 1, "A4 across");
    const room = sheet.height - 2 * sheet.margin;
    for (const pair of expected) {
      const cells = pair.cells.map((lang, at) => ({ lang, start: find(words, `Qs${pair.at}x${at}z`), end: find(words, `Qe${pair.at}x${at}z`) }));
      const pages = cells.flatMap((it) => [it.start.page, it.end.page]);
      const name = `${pair.words}: pages ${pages}`;
      assert.equal(new Set(cells.map((it) => it.start.page)).size, 1, `begins on one page: ${name}`);
      assert.ok(Math.max(...pages) === pages[0] || pair.height > room, `is not torn, ${pair.height} of ${room} points high: ${name}`);
      const tops = cells.map((it) => it.start.y);
      assert.ok(Math.max(...tops) - Math.min(...tops) < 8, `begins at one height: ${name}: ${tops}`);
      for (const { lang, start, end } of cells)
        for (const it of [start, end])
          assert.ok(lang === "ar" ? it.x > sheet.width / 2 : it.x < sheet.width / 2, `${lang} keeps its side: ${name}`);
    }
    await close();
  });
}

// Runs in the page: puts a small sign that takes no room before the first word and behind the last of each cell.
function mark() {
  const sign = (text) => {
    const out = document.createElement("span");
    out.textContent = text;
    Object.assign(out.style, { position: "absolute", fontSize: "4px", lineHeight: "1", unicodeBidi: "isolate", direction: "ltr" });
    return out;
  };
  const texts = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (it) => (it.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT));
    const out = [];
    while (walker.nextNode()) out.push(walker.currentNode);
    return out;
  };
  const shown = [...document.querySelectorAll("main .pair")].filter((it) => it.checkVisibility());
  // As wide as the paper is between its margins.
  document.body.style.inlineSize = "267mm";
  const found = shown.map((pair, at) => ({
    at,
    words: pair.innerText.slice(0, 40),
    height: (pair.getBoundingClientRect().height * 72) / 96,
    cells: [...pair.querySelectorAll(":scope > [lang]")].map((it) => it.lang),
  }));
  document.body.style.inlineSize = "";
  shown.forEach((pair, at) => {
    pair.querySelectorAll(":scope > [lang]").forEach((cell, rank) => {
      const all = texts(cell);
      if (!all.length) return;
      all.at(-1).after(sign(`Qe${at}x${rank}z`));
      all[0].before(sign(`Qs${at}x${rank}z`));
    });
  });
  return found.filter((_, at) => texts(shown[at]).length);
}

// Reads the words of `pdftotext -bbox-layout` with page and place, in points from the top and the left.
function layout(xhtml) {
  const out = [];
  let page = 0;
  let sheet;
  for (const [, width, height, x, y, text] of xhtml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)) {
    if (width) {
      page += 1;
      sheet = { width: Number(width), height: Number(height) };
    } else out.push({ page, sheet, x: Number(x), y: Number(y), text });
  }
  return out;
}

function find(words, sign) {
  const found = words.filter((it) => it.text.includes(sign));
  assert.equal(found.length, 1, `${sign} stands once`);
  return found[0];
}
