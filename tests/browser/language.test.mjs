// Every page, at the narrowest width: no text or label is in another language than its surroundings say, and nothing
// is wider than the window.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, serve, site } from "./browser.mjs";

/** So many pages are read at a time. */
const READERS = 4;

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(site, "/");
});
after(async () => {
  await browser?.close();
  server?.close();
});

// Runs in the page: texts and labels that are in the wrong language. Names, symbols and codes of one word stand in any text.
function strangers() {
  const word = "\\p{Script=Latin}[\\p{L}\\p{M}'’.-]*";
  const phrase = new RegExp(`${word}(?:[ \\u00A0]+${word})+`, "u");
  const alone = /^\s*\p{Script=Latin}*\p{Ll}[\p{L}-]*\s*$/u;
  const arabic = /\p{Script=Arabic}+/u;
  const isolated = /[\u2066-\u2068][^\u2069]*\u2069/gu;
  const exempt = "code, kbd, samp, pre, script, style, [dir=ltr].address, [dir=ltr].code";
  const found = [];
  const look = (element, text, what) => {
    const lang = element.closest("[lang]").lang;
    if (lang === "ar" && !element.closest(exempt)) {
      const it = text.match(phrase) ?? text.match(alone);
      if (it) found.push(`${what} in Arabic: ${it[0]}`);
    }
    if (lang === "en") {
      const it = text.match(arabic);
      if (it) found.push(`${what} in English: ${it[0]}`);
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) look(texts.currentNode.parentElement, texts.currentNode.data, "text");
  for (const name of ["aria-label", "aria-description", "alt", "title", "placeholder"]) {
    // Where markup is impossible, isolates set foreign words apart.
    for (const it of document.body.querySelectorAll(`[${name}]`)) look(it, it.getAttribute(name).replace(isolated, ""), name);
  }
  return found;
}

test("every page speaks its own language and fits a small screen", async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const pages = readdirSync(site, { recursive: true }).map(String).filter((it) => it.endsWith(".html")).sort();
  const rest = pages.values();
  const faults = [];
  // Each of the readers takes the next page that none has taken.
  const read = async () => {
    const page = await context.newPage();
    for (const path of rest) {
      await page.goto(server.address + path, { waitUntil: "load" });
      faults.push(...(await page.evaluate(strangers)).map((it) => `${path}: ${it}`));
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (excess > 0) faults.push(`${path}: ${excess} px too wide`);
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  await context.close();
  assert.ok(pages.length > 100);
  assert.deepEqual(faults.sort().slice(0, 60), []);
});

test("the language switch keeps the section", async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 500 } });
  const page = await context.newPage();
  const to = async (lang) => {
    await page.click(`.languages a[lang=${lang}]`);
    await page.waitForURL(`**/${lang}/**`);
    return new URL(page.url()).hash;
  };
  await page.goto(`${server.address}ar/about/names/#department`);
  assert.equal(await to("en"), "#department");
  await page.evaluate(() => document.getElementById("short-forms").scrollIntoView({ behavior: "instant" }));
  await page.evaluate(() => document.querySelector(".languages a").click());
  await page.waitForURL("**/ar/**");
  assert.equal(new URL(page.url()).hash, "#short-forms");
  await page.goto(`${server.address}en/about/names/`);
  assert.equal(await to("ar"), "");
  await context.close();
});

test("a text in the wrong language would be found", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent(`<html lang=ar><body><p>نص <b>two words</b> <span lang=en>two words</span> ARCP</p><p>Menu</p>
    <a aria-label="Go back">١</a><a aria-label="رابط \u2066two words\u2069">٢</a><p lang=en>القرار</p></body>`);
  assert.deepEqual(await page.evaluate(strangers), [
    "text in Arabic: two words", "text in Arabic: Menu", "text in English: القرار", "aria-label in Arabic: Go back",
  ]);
  await context.close();
});
