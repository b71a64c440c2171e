// The preview in a real Chromium: what is saved appears in the open page, a mistake stands over it, no policy is broken.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { preview } from "./preview.mjs";

let browser;
let folder;
let running;

const paragraphs = (word) => Array.from({ length: 60 }, (_, at) => `فقرة ${at} عن ${word} في نص طويل يملأ الشاشة.`).join("\n\n");
const text = (word) => `# اللجوء\n\n${paragraphs(word)}\n`;
const english = `# Asylum\n\n${paragraphs("asylum")}\n`;

function save(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "tashawur-preview-"));
  save("content/site.yaml", "title: {ar: معارف, en: Knowledge}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\nbase: https://example.org/kb/\nsearch: true\n");
  save("content/a.ar.md", text("اللجوء"));
  save("content/a.en.md", english);
  running = await preview(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  const code = await running?.close();
  rmSync(folder, { recursive: true, force: true });
  assert.equal(code, 0);
});

// Waits in the page until something holds: Playwright's own waiting evaluates strings, which the policy refuses.
async function holds(page, what, argument) {
  const wait = ([what, argument]) => {
    const checks = {
      words: () => document.querySelector("main")?.textContent.includes(argument),
      title: () => document.title.startsWith(argument),
      overlay: () => {
        const box = document.getElementById("preview_mistakes")?.shadowRoot.querySelector("[role=alert]");
        return box && getComputedStyle(box).position === "fixed";
      },
      noOverlay: () => !document.getElementById("preview_mistakes"),
      line: () => getComputedStyle(document.querySelector("main h1")).borderBlockEndWidth === argument,
      oneStyle: () => document.querySelectorAll("head link[rel=stylesheet]").length === 1,
    };
    const began = performance.now();
    return new Promise((done) => {
      const look = () => {
        if (checks[what]()) return done(true);
        if (performance.now() - began > 10_000) return done(false);
        requestAnimationFrame(look);
      };
      look();
    });
  };
  assert.ok(await page.evaluate(wait, [what, argument]), `${what}: ${argument ?? ""}`);
}
const shows = (page, words) => holds(page, "words", words);

test("what is saved appears in the open page, which keeps its place, its focus and what was unfolded", async () => {
  save("content/a.ar.md", text("اللجوء"));
  const { page, faults, close } = await open(browser, `${running.address}kb/ar/a/`);
  await shows(page, "فقرة 30 عن اللجوء");
  await page.evaluate(() => {
    window.isSamePage = true;
    for (const it of document.querySelectorAll("details")) it.open = !it.open;
    document.querySelector("header [name=q]").focus({ preventScroll: true });
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" });
  });
  const folds = () => page.evaluate(() => [...document.querySelectorAll("details")].map((it) => it.open));
  const unfolded = await folds();
  assert.ok(unfolded.length > 0);
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 500, `${place}`);
  save("content/a.ar.md", text("الهجرة"));
  await shows(page, "فقرة 30 عن الهجرة");
  const after = await page.evaluate(() => ({
    isSamePage: window.isSamePage,
    place: scrollY,
    focused: document.activeElement.getAttribute("name"),
    lang: document.documentElement.lang,
  }));
  assert.deepEqual(after, { isSamePage: true, place, focused: "q", lang: "ar" });
  assert.deepEqual(await folds(), unfolded);
  assert.ok(!(await page.locator("main").textContent()).includes("عن اللجوء"), "nothing old is left");
  await close();
  assert.deepEqual(faults, []);
});

test("blocks come, go and change in place; the title follows", async () => {
  const { page, faults, close } = await open(browser, `${running.address}kb/en/a/`);
  await shows(page, "فقرة 30 عن asylum");
  save("content/a.en.md", "# Asylum today\n\nOne.\n\n- a\n- b\n\n> [!NOTE]\n> Three.\n");
  await holds(page, "title", "Asylum today");
  await shows(page, "Three.");
  save("content/a.en.md", "# Asylum today\n\n- b\n\nOne.\n\n## Four\n\n![](x)");
  await holds(page, "overlay");
  save("content/a.en.md", "# Asylum today\n\n- b\n\nOne.\n\n## Four\n\nFive.\n");
  await shows(page, "Five.");
  const fresh = await open(browser, `${running.address}kb/en/a/`);
  const body = (it) => it.evaluate(() => document.body.innerHTML);
  assert.equal(await body(page), await body(fresh.page), "the patched page is what a fresh one is");
  await fresh.close();
  save("content/a.en.md", english);
  await shows(page, "فقرة 30 عن asylum");
  await close();
  assert.deepEqual([...faults, ...fresh.faults], []);
});

test("a mistake stands over the page in the editor's language, from right to left, until it is mended", async () => {
  save("content/a.ar.md", text("الهجرة"));
  const { page, faults, close } = await open(browser, `${running.address}kb/ar/a/`);
  await shows(page, "فقرة 30 عن الهجرة");
  const focused = await page.evaluate(() => document.activeElement.nodeName);
  save("content/a.ar.md", `${text("الهجرة")}\n\nانظر [هنا](nowhere.md).\n`);
  const overlay = page.locator("#preview_mistakes");
  await holds(page, "overlay");
  const seen = await overlay.evaluate((it) => {
    const box = it.shadowRoot.querySelector("[role=alert]");
    return {
      lang: box.lang,
      dir: getComputedStyle(box).direction,
      text: box.textContent,
      mark: box.querySelector("mark").textContent,
      height: box.getBoundingClientRect().height,
    };
  });
  assert.deepEqual([seen.lang, seen.dir, seen.mark], ["ar", "rtl", "nowhere.md"]);
  assert.match(seen.text, /link\/no-target/);
  assert.match(seen.text, /content\/a\.ar\.md:\d+:12/);
  assert.match(seen.text, /خطأ/);
  assert.ok(seen.height > 100);
  assert.ok((await page.locator("main").textContent()).includes("فقرة 30 عن الهجرة"), "the last good page stays");
  assert.equal(await page.evaluate(() => document.activeElement.nodeName), focused, "the focus stays");
  await page.keyboard.press("Escape");
  assert.ok(await overlay.evaluate((it) => it.hidden));
  save("content/a.ar.md", text("العودة"));
  await shows(page, "فقرة 30 عن العودة");
  await holds(page, "noOverlay");
  await close();
  assert.deepEqual(faults, []);
});

test("a style that is saved is put in without loading the page again", async () => {
  const { page, faults, close } = await open(browser, `${running.address}kb/ar/a/`);
  await page.evaluate(() => (window.isSamePage = true));
  save("themes/default/styles/print.css", "main h1 { border-block-end: 7px solid }\n");
  await holds(page, "line", "7px");
  assert.equal(await page.evaluate(() => window.isSamePage), true);
  await holds(page, "oneStyle");
  rmSync(join(folder, "themes"), { recursive: true });
  await holds(page, "line", "0px");
  await close();
  assert.deepEqual(faults, []);
});

test("the list of all pages follows, in both languages", async () => {
  for (const [lang, dir] of [["ar", "rtl"], ["en", "ltr"]]) {
    const { page, faults, close } = await open(browser, `${running.address}_/?lang=${lang}`);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), dir);
    save(`content/${lang}-only.${lang}.md`, "# عنوان جديد\n");
    await shows(page, "عنوان جديد");
    rmSync(join(folder, `content/${lang}-only.${lang}.md`));
    await close();
    assert.deepEqual(faults, []);
  }
});
