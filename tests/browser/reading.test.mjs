// How readers change a page: text spaced wider, magnified four times, colours of their own, no movement, paper, the
// keyboard alone, no script. One page of every template in both languages; what is asked is data: reading.json.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { everything, launch, open, scenarios, serveAll } from "./browser.mjs";

const wants = JSON.parse(readFileSync(new URL("reading.json", import.meta.url), "utf8"));
const spaced =
  `* { ${Object.entries(wants.spacing).map(([name, value]) => `${name}: ${value} !important`).join("; ")} }` +
  ` p { margin-block-end: ${wants.paragraphs} !important }`;

let browser, servers;
before(async () => {
  browser = await launch();
  servers = await serveAll();
});
after(async () => {
  await browser?.close();
  servers?.close();
});

// Runs in the page: what stands outside of the window or is cut off by its own box, beside what may be scrolled.
function excess({ mayScroll, hidden }) {
  const width = document.documentElement.clientWidth;
  const out = document.documentElement.scrollWidth > width ? [`page: ${document.documentElement.scrollWidth}`] : [];
  for (const it of document.body.querySelectorAll("*")) {
    if (it.closest(mayScroll) || it.closest(hidden) || it.closest("svg") || !it.checkVisibility()) continue;
    const { left, right, width: wide } = it.getBoundingClientRect();
    if (wide > 0 && (left < -1 || right > width + 1)) out.push(`${it.tagName} ${it.className}: ${left} to ${right}`);
    const cuts = ["hidden", "clip"].includes(getComputedStyle(it).overflowX);
    if (cuts && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)) out.push(`${it.tagName} ${it.className} is cut`);
  }
  return out;
}

// Runs in the page: whether the focus is in sight and drawn, and what has it.
function focused(hidden) {
  const it = document.activeElement;
  if (it === document.body) return null;
  const style = getComputedStyle(it);
  const { x, y, width, height } = it.getBoundingClientRect();
  const inSight = width > 0 && height > 0 && x >= -1 && x + width <= innerWidth + 1 && y + height > 0 && y < innerHeight;
  const all = [...document.querySelectorAll("*")];
  const isDrawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { rank: all.indexOf(it), html: it.outerHTML.slice(0, 120), inSight, isDrawn };
}

for (const sample of everything) {
  test(`/${sample.name} bears wider spacing, four times the size, and colours of the reader`, async () => {
    const viewport = wants.zoom;
    const { page, close } = await open(browser, servers.addressOf(sample), { viewport, bypassCSP: true, reducedMotion: "reduce", stays: true });
    assert.deepEqual(await page.evaluate(excess, wants), [], "at 400 %");
    const moving = await page.evaluate(() => {
      const moves = (it) => [it.transitionDuration, it.animationDuration].join(",").split(",").some((time) => parseFloat(time) > 0);
      const root = getComputedStyle(document.documentElement);
      return [...document.querySelectorAll("*")].some((it) => moves(getComputedStyle(it))) || root.scrollBehavior === "smooth";
    });
    assert.ok(!moving, "nothing moves for who asked for none of it");
    await page.addStyleTag({ content: spaced });
    assert.deepEqual(await page.evaluate(excess, wants), [], "at 400 % and spaced");
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.deepEqual(await page.evaluate(excess, wants), [], "spaced");
    await page.emulateMedia({ forcedColors: "active" });
    const unmarked = await page.evaluate(
      (marks) => marks.flatMap((it) => [...document.querySelectorAll(it)]).filter((it) => it.checkVisibility())
        .filter((it) => getComputedStyle(it).outlineStyle === "none").map((it) => it.outerHTML.slice(0, 120)),
      wants.marks,
    );
    assert.deepEqual(unmarked, [], "current marks under forced colours");
    await page.keyboard.press("Tab");
    const first = await page.evaluate(focused);
    assert.ok(first?.isDrawn && first.inSight, `the focus under forced colours: ${first?.html}`);
    await close();
  });

  test(`/${sample.name} is walked through with the keyboard alone, in its own order and always in sight, without script`, async () => {
    const { page, close } = await open(browser, servers.addressOf(sample), { javaScriptEnabled: false, reducedMotion: "reduce", stays: true });
    let last = -1;
    let stops = 0;
    for (; stops < wants.stops; stops += 1) {
      await page.keyboard.press("Tab");
      const it = await page.evaluate(focused);
      if (!it || it.rank < last) break;
      assert.ok(it.inSight, `${it.html} is in sight`);
      assert.ok(it.isDrawn, `${it.html} shows that it has the focus`);
      last = it.rank;
    }
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
      .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.tabIndex >= 0).length);
    assert.ok(stops === wants.stops || stops >= links, `${stops} stops for ${links} links and controls`);
    await close();
  });

  test(`/${sample.name} is printed without what only screens need`, async () => {
    const { page, close } = await open(browser, servers.addressOf(sample), { stays: true });
    const title = await page.locator("h1").first().innerText();
    await page.emulateMedia({ media: "print" });
    const shown = await page.evaluate((chrome) => chrome.filter((it) => [...document.querySelectorAll(it)].some((one) => one.checkVisibility())), wants.chrome);
    assert.deepEqual(shown, []);
    const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true });
    const text = execFileSync("pdftotext", ["-enc", "UTF-8", "-", "-"], { input: bytes, encoding: "utf8", maxBuffer: 1 << 26 });
    const letters = (it) => [...it.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");
    const held = letters(text);
    assert.ok(title.trim().length > 0 && held.length >= letters(title).length, "the page is on paper");
    await close();
  });
}

test("one page of every template was read", () => assert.ok(everything.length > Object.keys(scenarios.templates).length));
