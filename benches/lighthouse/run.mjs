// What Lighthouse says of the home, a record, a list and the search page in every language, with its settings for phones.
//
//   npm install --prefix benches/lighthouse && cargo run --release -- build
//   node benches/lighthouse/run.mjs [--site public] [--rounds 5] [--pages mandates/resolution-7833/,mandates/,search/]
//
// The site is served under the address that it was built for, as a host would serve it: encrypted, over HTTP/2, compressed,
// with the headers of `_headers`. The median of the rounds counts. The exit code is 0 if accessibility, best practices and
// SEO have 100 on every page and performance at least 99. Needs `openssl` and Chromium; a busy machine measures itself.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

const { values } = parseArgs({
  options: {
    site: { type: "string", default: "public" },
    rounds: { type: "string", default: "5" },
    languages: { type: "string", default: "ar,en" },
    pages: { type: "string", default: ",mandates/resolution-7833/,mandates/,search/" },
    chromium: { type: "string", default: "/usr/bin/chromium" },
  },
});
const wanted = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const measured = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"];
const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
  ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
};
const pressed = /text|json|xml|javascript/;
const languages = values.languages.split(",");
const base = new URL(/<link rel="?canonical"? href="?([^\s">]+)/.exec(read(`${languages[0]}/index.html`))[1]);
const root = base.pathname.slice(0, -`${languages[0]}/`.length);

function read(path) {
  return readFileSync(join(values.site, path), "utf8");
}

// `_headers`: a pattern, then its headers, each further in.
function headers() {
  const out = [];
  for (const line of read("_headers").split("\n").filter(Boolean)) {
    const [name, value] = line.trim().split(/:\s+(.*)/);
    if (line.startsWith(" ")) out.at(-1).fields[name.toLowerCase()] = value;
    else out.push({ start: line.replace(/\*$/, ""), fields: {} });
  }
  return (path) => Object.assign({}, ...out.filter((it) => path.startsWith(it.start)).map((it) => it.fields));
}

async function serve(folder) {
  const key = join(folder, "key.pem");
  const cert = join(folder, "cert.pem");
  const subject = ["-subj", `/CN=${base.hostname}`, "-addext", `subjectAltName=DNS:${base.hostname}`];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject], { stdio: "ignore" });
  const fields = headers();
  const kept = new Map();
  const answer = (path) => {
    const type = types[extname(path)] ?? "application/octet-stream";
    const bytes = readFileSync(join(values.site, path));
    return pressed.test(type) ? { type, body: brotliCompressSync(bytes), encoding: "br" } : { type, body: bytes };
  };
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true }, (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, base).pathname)).slice(root.length);
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    let status = 200;
    let found = kept.get(file);
    try {
      found ??= answer(file);
    } catch {
      status = 404;
      found = answer("404.html");
    }
    if (status === 200) kept.set(file, found);
    const encoding = found.encoding ? { "content-encoding": found.encoding } : {};
    response.writeHead(status, { "content-type": found.type, "content-length": found.body.length, ...encoding, ...fields(`/${path}`) });
    response.end(found.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

const median = (them) => them.toSorted((a, b) => a - b)[Math.floor(them.length / 2)];

const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const server = await serve(folder);
const rule = `--host-resolver-rules=MAP ${base.hostname} 127.0.0.1:${server.address().port}`;
const chrome = await launch({
  chromePath: values.chromium,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--ignore-certificate-errors", rule],
});
let good = true;
try {
  for (const lang of languages) {
    for (const page of values.pages.split(",")) {
      const scores = Object.fromEntries(Object.keys(wanted).map((it) => [it, []]));
      const faults = new Set();
      const times = Object.fromEntries(measured.map((it) => [it, []]));
      for (let round = 0; round < Number(values.rounds); round += 1) {
        const { lhr } = await lighthouse(new URL(`${root}${lang}/${page}`, base).href, { port: chrome.port, onlyCategories: Object.keys(wanted), logLevel: "silent" });
        if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
        for (const name of Object.keys(wanted)) scores[name].push(Math.round(lhr.categories[name].score * 100));
        for (const it of measured) times[it].push(lhr.audits[it].numericValue);
        for (const name of Object.keys(wanted).filter((it) => it !== "performance")) {
          for (const { id, weight } of lhr.categories[name].auditRefs) {
            const { score, title } = lhr.audits[id];
            if (weight > 0 && score !== null && score < 1) faults.add(`${id}: ${title}`);
          }
        }
      }
      const medians = Object.entries(scores).map(([name, them]) => [name, median(them)]);
      good &&= medians.every(([name, score]) => score >= wanted[name]);
      console.log(`${root}${lang}/${page}`.padEnd(40), medians.map(([name, score]) => `${name} ${score}`).join(", "), `(performance ${scores.performance.join(" ")})`);
      console.log(`  ${measured.map((it) => `${it} ${median(times[it]).toFixed(it.endsWith("shift") ? 3 : 0)}`).join(", ")}`);
      for (const it of faults) console.log(`  ${it}`);
    }
  }
} finally {
  await chrome.kill();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = good ? 0 : 1;
