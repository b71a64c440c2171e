// Words that lead to their definitions: by click, touch and focus, without a script, under the policy of public pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, open, serve, site } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pages = ["ar/department/department-rem/", "en/department/department-rem/"];

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(site, "/");
});
after(async () => {
  await browser?.close();
  server?.close();
});

// The first term of a page: its link, its button, its definition.
async function term(page) {
  const whole = page.locator(".term").first();
  const [link, button, definition] = ["a", "button", ".definition"].map((it) => whole.locator(it));
  assert.equal(await link.getAttribute("aria-describedby"), await definition.getAttribute("id"));
  assert.equal(await button.getAttribute("popovertarget"), await definition.getAttribute("id"));
  assert.equal(await definition.isVisible(), false);
  return { link, button, definition };
}

for (const path of pages) {
  test(`/${path} shows definitions without a script`, async () => {
    const { page, close } = await open(browser, server.address + path, { javaScriptEnabled: false });
    const { link, button, definition } = await term(page);
    await button.click();
    assert.equal(await definition.isVisible(), true, "by click");
    const [above, below] = [await button.boundingBox(), await definition.boundingBox()];
    const distance = Math.max(below.y - (above.y + above.height), above.y - (below.y + below.height));
    assert.ok(distance >= 0 && distance < 40, `the definition stands beside the word, ${distance} px off`);
    await page.keyboard.press("Escape");
    assert.equal(await definition.isVisible(), false, "Esc puts it away");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await link.evaluate((it) => it.matches(":focus")), true, "the way back from the button is the link");
    assert.equal(await definition.isVisible(), true, "by focus");
    // The link leads to the term.
    await Promise.all([page.waitForURL(/\/glossary\/[a-z-]+\/$/), page.keyboard.press("Enter")]);
    await close();
  });

  test(`/${path} shows definitions to a finger, on a phone`, async () => {
    const options = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, bypassCSP: true };
    const { page, close } = await open(browser, server.address + path, options);
    const { button, definition } = await term(page);
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 24 && height >= 24, `a target of ${width} × ${height} px`);
    await button.tap();
    assert.equal(await definition.isVisible(), true);
    const { x, width: wide } = await definition.boundingBox();
    assert.ok(x >= 0 && x + wide <= 360, "it fits the window");
    await page.evaluate(axe);
    const found = await page.evaluate(async (it) => (await window.axe.run(it)).violations, { runOnly: tags, resultTypes: ["violations"] });
    assert.deepEqual(found.map((it) => `${it.id}: ${it.nodes[0].html}`), []);
    await close();
  });

  test(`/${path} prints definitions in brackets`, async () => {
    const { page, close } = await open(browser, server.address + path);
    await page.emulateMedia({ media: "print" });
    const definition = page.locator(".term .definition").first();
    assert.equal(await definition.isVisible(), true);
    assert.equal(await page.locator(".term button").first().isVisible(), false);
    assert.equal(await definition.evaluate((it) => getComputedStyle(it, "::before").content), '" ["');
    await close();
  });
}
