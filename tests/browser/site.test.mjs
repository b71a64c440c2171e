// The finished site in a real Chromium, without script as well as with it. The scenarios are data: scenarios.json.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, serve, site } from "./browser.mjs";

const require = createRequire(import.meta.url);
const scenarios = JSON.parse(readFileSync(new URL("scenarios.json", import.meta.url), "utf8"));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

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
    for (const path of scenarios.pages) {
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
      assert.deepEqual(faults.filter((it) => !isAnswer(it)), []);
    });
  }
}

async function act(page, step) {
  if (step.click) await Promise.all([page.waitForLoadState("load"), page.click(step.click, { timeout: 5000 })]);
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

test("no page is wider than the window, and axe finds nothing, at every width and in both schemes", async () => {
  for (const width of scenarios.widths) {
    for (const colorScheme of scenarios.schemes) {
      for (const path of scenarios.pages) {
        const name = `${path} at ${width}, ${colorScheme}`;
        const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
        const { page, close } = await open(browser, servers["/"].address + path, options);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await window.axe.run()).violations);
        await close();
        assert.ok(excess <= 0, `${name}: ${excess} px too wide`);
        const told = found.flatMap((it) => it.nodes.map((node) => `${name}: ${it.id}: ${node.html.slice(0, 160)}`));
        assert.deepEqual(told, []);
      }
    }
  }
});

test("the Nu validator finds no error on the pages", () => {
  const jar = String(require("vnu-jar"));
  const pages = readdirSync(site, { recursive: true }).map(String).filter((it) => it.endsWith(".html"));
  const step = Math.max(1, Math.floor(pages.length / 150));
  const sample = pages.sort().filter((_, at) => at % step === 0).concat("index.html", "404.html");
  const run = spawnSync("java", ["-Xss4m", "-jar", jar, "--errors-only", "--format", "gnu", ...sample], { cwd: site, encoding: "utf8" });
  assert.equal(run.status, 0, `${run.stderr}${run.stdout}`.split("\n").slice(0, 40).join("\n"));
});
