// The finished site in a real Chromium, without script as well as with it. The scenarios are data: scenarios.json.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, samples, scenarios, serve, site } from "./browser.mjs";

let browser;
const servers = {};

before(async () => {
  assert.ok(existsSync(join(site, "index.html")), `${site} holds a built site`);
  browser = await launch();
  for (const prefix of scenarios.prefixes) servers[prefix] = await serve(site, prefix);
});

after(async () => {
  await browser?.close();
  for (const server of Object.values(servers)) server.close();
});

for (const prefix of scenarios.prefixes) {
  test(`pages under ${prefix} raise no error, break no policy and ask no other host`, async () => {
    // The page of unknown addresses knows only the prefix that the site was built for.
    for (const path of samples.filter((it) => prefix === "/" || it !== "404.html")) {
      const { page, faults, close } = await open(browser, servers[prefix].address + path);
      const styled = await page.evaluate(() => [...document.styleSheets].some((it) => it.cssRules.length > 0));
      await close();
      assert.deepEqual(faults, [], `/${path}: ${faults.join("\n")}`);
      assert.ok(styled, `${path} is styled`);
    }
  });
}

for (const script of [true, false]) {
  for (const scenario of scenarios.steps) {
    test(`${scenario.name}${script ? "" : ", without script"}`, async () => {
      const root = servers["/"].address;
      const { page, faults, close } = await open(browser, root + scenario.at, { javaScriptEnabled: script });
      for (const step of scenario.do) await act(page, step);
      await check(page, root, scenario.then);
      await close();
      const isAnswer = (it) => scenario.status === 404 && it.includes("status of 404") && it.endsWith(scenario.at);
      // Chromium tells a script that it was asked to preload, and may not run, as refused.
      const isPreload = (it) => !script && /assets\/search-\w+\.js csp$/.test(it);
      assert.deepEqual(faults.filter((it) => !isAnswer(it) && !isPreload(it)), []);
    });
  }
}

async function act(page, step) {
  if (step.click) await Promise.all([page.waitForLoadState("load"), page.click(step.click, { timeout: 5000 })]);
  if (step.type) await page.keyboard.type(step.type);
  if (step.press) await page.keyboard.press(step.press);
}

async function check(page, root, then) {
  if (then.path !== undefined) await page.waitForURL((url) => url.href.split("#")[0] === root + then.path, { timeout: 5000 });
  const html = page.locator("html");
  if (then.lang) assert.equal(await html.getAttribute("lang"), then.lang);
  if (then.dir) assert.equal(await html.getAttribute("dir"), then.dir);
  if (then.target) assert.ok(await page.locator(`${then.target}:target, ${then.target} :target`).count(), `the address leads into ${then.target}`);
  for (const selector of then.holds ?? []) assert.ok(await page.locator(selector).count(), selector);
}

test("the keyboard meets the skip link, the title, the search form and the language link, in this order and in sight", async () => {
  for (const lang of Object.keys(scenarios.languages)) {
    for (const width of [320, 1280]) {
      const { page, close } = await open(browser, `${servers["/"].address}${lang}/mandates/`, { viewport: { width, height: 800 } });
      for (const stop of scenarios.keyboard) {
        await page.keyboard.press("Tab");
        const [is, box] = await page.evaluate((it) => {
          const { x, y, width, height } = document.activeElement.getBoundingClientRect();
          return [document.activeElement.matches(it), { x, y, width, height }];
        }, stop);
        assert.ok(is, `${lang} at ${width}: ${stop}`);
        assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.height >= 24, `${stop} is in sight: ${JSON.stringify(box)}`);
      }
      await close();
    }
  }
});

test("a heading's link shows itself when the keyboard reaches it, and is no part of the heading", async () => {
  const at = `${servers["/"].address}ar/mandates/resolution-7833/`;
  const { page, close } = await open(browser, at, { reducedMotion: "reduce" });
  const heading = page.locator("main .prose h2").first();
  const link = page.locator("main .prose h2 + .anchor").first();
  assert.equal(await heading.locator("a").count(), 0);
  const seen = async () => link.evaluate((it) => getComputedStyle(it).opacity);
  assert.equal(await seen(), "0");
  await link.focus();
  assert.equal(await seen(), "1");
  const [sign, title] = [await link.boundingBox(), await heading.boundingBox()];
  assert.ok(sign.width >= 24 && sign.height >= 24, "the target is large enough");
  assert.ok(sign.y >= title.y - 4 && sign.y + sign.height <= title.y + title.height + 4, "it stands beside its heading");
  await close();
});
