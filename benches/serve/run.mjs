// How long it takes from saving a text to the painted page in Chromium, beside the preview's own share of it.
//
//   cargo build --release && npm install --prefix tests
//   node benches/serve/run.mjs --site SITE --page content/a.ar.md --at ar/a/ [--rounds N]
//
// SITE is changed and put back. `--at` is the page's address below the site's root.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { launch, open } from "../../tests/browser/browser.mjs";
import { preview } from "../../tests/browser/preview.mjs";

const { values } = parseArgs({
  options: { site: { type: "string" }, page: { type: "string" }, at: { type: "string" }, rounds: { type: "string", default: "40" }, pause: { type: "string", default: "1500" }, profile: { type: "string", default: "release" } },
});
const file = join(values.site, values.page);
const original = readFileSync(file, "utf8");
const running = await preview(values.site, { profile: values.profile });
const browser = await launch({ executablePath: "/usr/bin/chromium" });
const root = await fetch(running.address).then((it) => it.url);
const { page, close } = await open(browser, root + values.at);

// Notes in the page, on the clock that both processes share, when a frame with the marked words was painted.
await page.evaluate(() => {
  const seen = {};
  const waiting = {};
  document.addEventListener("tashawur:renewed", () => {
    const words = document.querySelector("main").textContent.match(/marked-\d+/g)?.at(-1);
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        seen[words] ??= performance.timeOrigin + performance.now();
        waiting[words]?.(seen[words]);
      };
      channel.port2.postMessage(0);
    });
  });
  window.painted = (words) => new Promise((done) => (seen[words] ? done(seen[words]) : (waiting[words] = done)));
});

// Saves as editors do: a new file takes the name of the old one.
function save(text) {
  writeFileSync(`${file}~`, text);
  const now = performance.timeOrigin + performance.now();
  renameSync(`${file}~`, file);
  return now;
}

const times = [];
try {
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const words = `marked-${round}`;
    const saved = save(`${original}\n\n${words}\n`);
    times.push((await page.evaluate((it) => window.painted(it), words)) - saved);
    await new Promise((done) => setTimeout(done, Number(values.pause)));
  }
} finally {
  save(original);
  await close();
  await browser.close();
  await running.close();
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(`${times.length} rounds, from saving to the painted page, ms: least ${at(0)}, median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`);
console.log(running.said.slice(-4).join("\n"));
