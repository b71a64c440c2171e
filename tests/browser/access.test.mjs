// One page of every template in both languages before axe (A, AA, AAA, best practice), at the widths and in the schemes
// of scenarios.json; nothing is wider than the window and nothing moves while a page loads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { everything, launch, open, scenarios, serveAll } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = Object.fromEntries(scenarios.byName.map((it) => [it, { enabled: true }]));
const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser, servers;
before(async () => {
  browser = await launch();
  servers = await serveAll();
});
after(async () => {
  await browser?.close();
  servers?.close();
});

for (const sample of everything) {
  test(`/${sample.name} is accessible, fits and stands still`, async () => {
    const { width, scheme } = scenarios.views[0];
    const options = { viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: true, stays: true };
    const { page, close } = await open(browser, servers.addressOf(sample), options);
    const shift = await page.evaluate(
      () =>
        new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((it) => (sum += it.value))).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 50);
        }),
    );
    assert.equal(shift, 0, "layout shift");
    await page.evaluate(axe);
    for (const { width, scheme } of scenarios.views) {
      const name = `${sample.name} at ${width}, ${scheme}`;
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(excess <= 0, `${name}: ${excess} px too wide`);
      const found = await page.evaluate(async (it) => (await window.axe.run(it)).violations, {
        runOnly: tags, rules, resultTypes: ["violations"], iframes: false,
      });
      const told = found.flatMap((it) => it.nodes.map((node) => `${name}: ${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
      assert.deepEqual(told, []);
    }
    await close();
  });
}
