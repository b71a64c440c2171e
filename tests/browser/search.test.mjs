// The search on the finished site, in a real Chromium: spellings, suggestions, negatives, hostile queries, keyboard, addresses.
// What must be found is data: search.json.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, serve, site } from "./browser.mjs";

const data = JSON.parse(readFileSync(new URL("search.json", import.meta.url), "utf8"));
const isArabic = (text) => /[\u0600-\u06ff]/.test(text);
let browser;
let server;
let visit;

before(async () => {
  browser = await launch();
  server = await serve(site, "/kb/");
  visit = await open(browser, `${server.address}ar/search/`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

// The words of every page, without markup and controls of direction.
const pages = new Map();
for (const it of readdirSync(site, { recursive: true }).map(String).filter((it) => /^(ar|en)\/.*index\.html$/.test(it))) {
  const html = readFileSync(join(site, it), "utf8");
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main"));
  const text = main.replace(/<[^>]*>/g, " ").replace(/[\u2066-\u2069]/g, "").replace(/&amp;/g, "&").replace(/\s+/g, " ");
  pages.set(it.slice(0, -"index.html".length), text);
}

// Types a query on the search page and returns everything that it shows.
async function ask(query, language = "ar") {
  const { page } = visit;
  const address = `${server.address}${language}/search/`;
  if (!page.url().startsWith(address)) await page.goto(address);
  await page.fill("main [name=q]", "");
  await page.fill("main [name=q]", query);
  const results = page.locator("main [data-search-results]");
  await page.waitForSelector("main [data-search-done]", { timeout: 20_000 });
  while (await results.locator("button").count()) {
    await results.locator("button").click();
    await page.waitForSelector("main [data-search-done]", { timeout: 20_000 });
  }
  return page.evaluate((root) => {
    const holder = document.querySelector("main [data-search-results]");
    const paths = [...holder.querySelectorAll("ol a")].map((it) => it.href.slice(root.length));
    return { paths, count: holder.querySelector("[role=status]").textContent, meant: holder.querySelector(".meant")?.textContent ?? "" };
  }, server.address);
}

test("every spelling of a word finds what any other spelling stands on", async () => {
  const missed = [];
  for (const group of data.groups) {
    const language = group.some(isArabic) || group.some((it) => /\d/.test(it)) ? "ar" : "en";
    for (const query of group) {
      const { paths } = await ask(query, language);
      if (!paths.length) missed.push(`${query}: nothing`);
      for (const other of group) {
        const holders = [...pages].filter(([path, text]) => path.startsWith(`${language}/`) && text.includes(other)).map(([path]) => path);
        if (holders.length && !holders.some((it) => paths.includes(it))) missed.push(`${query} finds no page with ${other}: ${holders.slice(0, 3)}`);
      }
    }
  }
  assert.deepEqual(missed, []);
});

test("misspelt words are answered with the right one", async () => {
  for (const [wrong, right] of data.suggestions) {
    const { meant } = await ask(wrong, isArabic(wrong) ? "ar" : "en");
    assert.ok(meant.includes(right), `${wrong}: ${meant}`);
  }
});

test("words that only look alike are not taken for each other", async () => {
  for (const [query, other] of data.apart) {
    const language = isArabic(query) ? "ar" : "en";
    const { paths } = await ask(query, language);
    const marks = await visit.page.evaluate(() =>
      [...document.querySelectorAll("main [data-search-results] mark, main [data-search-results] .why bdi")].map((it) => it.textContent));
    const wrong = marks.filter((it) => it === other || it === `ال${other}` || it === `ل${other}`);
    assert.deepEqual(wrong, [], `${query} of ${paths.length}`);
  }
});

test("hostile queries do nothing but search", async () => {
  for (const query of [...data.hostile, "م".repeat(10_000), "هجرة ".repeat(2_000)]) {
    const { count } = await ask(query);
    assert.ok(count, query.slice(0, 40));
    assert.equal(await visit.page.locator("main [data-search-results] :is(img, script, svg, iframe)").count(), 0);
  }
  assert.deepEqual(visit.faults.filter((it) => !it.includes("ERR_ABORTED")), []);
});

test("nothing is fetched before the reader turns to search, and little then", async () => {
  const { page, faults, close } = await open(browser, `${server.address}ar/`);
  const asked = [];
  page.on("request", (it) => asked.push(it.url().slice(server.address.length)));
  await page.mouse.move(300, 300);
  await page.keyboard.press("Tab");
  assert.deepEqual(asked.filter((it) => !it.includes("icon")), []);
  await page.keyboard.press("/");
  await page.keyboard.type("الهجرة");
  await page.waitForSelector(".panel[data-search-done] a");
  const fetched = asked.filter((it) => !it.includes("icon"));
  assert.ok(fetched.length <= 4, fetched.join(" "));
  // Arrows lead through the results, Esc back to the field, Enter to the page.
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.closest("li") !== null), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.name), "q");
  assert.equal(await page.locator(".panel").isVisible(), false);
  await page.keyboard.type(" ");
  await page.waitForSelector(".panel:not([hidden])[data-search-done]");
  await page.keyboard.press("ArrowDown");
  const target = await page.evaluate(() => document.activeElement.href);
  await Promise.all([page.waitForURL(target), page.keyboard.press("Enter")]);
  assert.deepEqual(faults.filter((it) => !it.includes("ERR_ABORTED")), []);
  await close();
});

test("addresses hold the query and its filters, and going back keeps the results", async () => {
  const { page, close } = await open(browser, `${server.address}ar/search/?q=${encodeURIComponent("الهجرة")}&kind=term`);
  await page.waitForSelector("main [data-search-done] ol a");
  assert.equal(await page.inputValue("main [name=q]"), "الهجرة");
  assert.equal(await page.inputValue("select[name=kind]"), "term");
  const paths = () => page.evaluate(() => [...document.querySelectorAll("main [data-search-results] ol a")].map((it) => it.href));
  const filtered = await paths();
  assert.ok(filtered.length && filtered.every((it) => it.includes("/glossary/")), filtered.join(" "));
  await page.selectOption("select[name=kind]", "");
  await page.waitForFunction(() => document.querySelectorAll("main [data-search-results] h2").length > 1);
  const all = await paths();
  assert.ok(all.length > filtered.length);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("select[name=kind]")?.value === "term");
  await page.waitForSelector("main [data-search-done]");
  assert.deepEqual(await paths(), filtered);
  await page.click("main [data-search-results] ol a >> nth=0");
  await page.waitForLoadState("load");
  await page.goBack();
  await page.waitForSelector("main [data-search-done] ol a");
  assert.deepEqual(await paths(), filtered);
  await close();
});

test("filters are those that most results have, and they combine", async () => {
  const { page, close } = await open(browser, `${server.address}en/search/?q=migration`);
  await page.waitForSelector("main [data-search-done]");
  const names = () => page.locator("main .narrow select").evaluateAll((all) => all.map((it) => it.name));
  assert.deepEqual(await names(), ["kind", "year"]);
  const choose = async (name, value) => {
    await page.selectOption(`select[name="${name}"]`, value);
    await page.waitForFunction((it) => new URLSearchParams(location.search).get(it[0]) === it[1], [name, value]);
    await page.waitForSelector("main [data-search-done]");
  };
  await choose("kind", "mandate");
  assert.ok((await names()).includes("adopted_by"), "what mandates have");
  const labels = await page.locator("main .narrow label").evaluateAll((all) => all.map((it) => it.firstChild.textContent));
  assert.equal(new Set(labels).size, labels.length, `no two filters have one name: ${labels}`);
  await choose("year", "2014");
  const [count] = /\d+/.exec(await page.locator("main [role=status]").textContent()) ?? ["1"];
  const option = await page.locator("select[name=year] option:checked").textContent();
  assert.equal(option, `2014 (${count})`, "a filter counts what it leaves");
  await close();
});

test("the best result comes first and the count has the right plural", async () => {
  const { paths, count } = await ask("7833");
  assert.equal(paths[0], "ar/mandates/resolution-7833/");
  assert.match(count, /^(نتيجة واحدة|نتيجتان|\d+ (نتائج|نتيجة))$/);
  assert.match((await ask("qqqqqq")).count, /لا نتائج/);
  const found = await ask("resolution 7833");
  assert.equal(found.paths[0], "ar/mandates/resolution-7833/");
});

test("results pass axe in both languages and schemes, at both widths", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const [language, query] of [["ar", "الهجرة"], ["en", "migration"]]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [320, 1280]) {
        const address = `${server.address}${language}/search/?q=${encodeURIComponent(query)}`;
        const { page, close } = await open(browser, address, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
        await page.waitForSelector("main [data-search-done] ol a");
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await window.axe.run()).violations);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await close();
        assert.deepEqual(found.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`)), []);
        assert.ok(excess <= 0, `${language} at ${width}: ${excess} px too wide`);
      }
    }
  }
});
