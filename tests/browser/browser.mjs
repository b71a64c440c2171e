// What the browser scenarios share: a built site served on this machine, and a Chromium that tells what it saw.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve } from "node:path";
import { chromium } from "playwright-core";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".txt": "text/plain; charset=utf-8",
};

// The policy that public pages must live under, as a host would send it.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";

const built = join(process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target"), "tests");
export const site = join(built, "site");
export const manual = join(built, "manual");

export const scenarios = JSON.parse(readFileSync(new URL("scenarios.json", import.meta.url), "utf8"));

// One page of every template in every language, and the pages of all languages.
export const samples = [
  ...scenarios.shared,
  ...Object.keys(scenarios.languages).flatMap((lang) => Object.values(scenarios.templates).map((it) => `${lang}/${it}`)),
];

// The same, with the pages of the manual that show every component, and one that leads elsewhere.
export const everything = [
  ...samples.map((path) => ({ folder: site, path, name: path })),
  ...scenarios.manual.map((path) => ({ folder: manual, path, name: `manual/${path}` })),
];

// Serves both sites: `addressOf` says where a page of `everything` is.
export async function serveAll() {
  const servers = { [site]: await serve(site, "/"), [manual]: await serve(manual, "/") };
  const close = () => Object.values(servers).forEach((it) => it.close());
  return { addressOf: ({ folder, path }) => servers[folder].address + path, close };
}

// Serves a folder below a prefix, as a plain host does: `index.html` in folders, `404.html` for the rest.
export async function serve(folder, prefix) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const below = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : "..";
    const file = below.endsWith("/") || below === "." ? join(below, "index.html") : below;
    const body = file.startsWith("..") ? null : await readFile(join(folder, file)).catch(() => null);
    const type = body ? (types[extname(file)] ?? "application/octet-stream") : types[".html"];
    response.writeHead(body ? 200 : 404, { "content-type": type, "content-security-policy": policy });
    response.end(body ?? (await readFile(join(folder, "404.html"))));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}${prefix}`, close: () => server.close() };
}

// Chromium without a window's surroundings: the same engine, pages in half the time. Benchmarks take the one that people use.
export async function launch({ executablePath = "/usr/bin/chromium-headless-shell" } = {}) {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

// Opens a page of its own and notes what goes wrong on it: console errors, refused content, requests to other hosts.
export async function open(browser, address, { stays = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = [];
  const host = new URL(address).host;
  page.on("console", (it) => it.type() === "error" && faults.push(`console: ${it.text()} ${it.location().url}`));
  page.on("pageerror", (it) => faults.push(`script: ${it.message}`));
  // Leaving a page ends what it was still loading; that is no fault.
  page.on("requestfailed", (it) => {
    const reason = it.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") faults.push(`request: ${it.url()} ${reason}`);
  });
  page.on("request", (it) => {
    const url = new URL(it.url());
    if (url.protocol !== "data:" && url.host !== host) faults.push(`another host: ${it.url()}`);
  });
  // A page that leads elsewhere by itself can be kept, to be looked at.
  const leaves = (it) => it.isNavigationRequest() && it.url() !== address;
  if (stays) await page.route("**/*", (it) => (leaves(it.request()) ? it.abort("aborted") : it.fallback()));
  await page.goto(address, { waitUntil: "load" });
  return { page, faults, close: () => context.close() };
}
