// Every finished page of the knowledge base and of the manual before two validators. What html-validate is told to pass over (html-validate.json) is valid HTML:
// a doctype in small letters and values without quotes are what minifying leaves; titles end with the site's own name,
// which may be long; `search` is a landmark and takes a name like any other.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const require = createRequire(import.meta.url);
const built = join(process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target"), "tests");

for (const name of ["site", "manual"]) {
  const site = join(built, name);
  const pages = readdirSync(site, { recursive: true }).map(String).filter((it) => it.endsWith(".html")).sort();

  test(`there are pages of the ${name} to look at`, () => {
    assert.ok(pages.length > 100 && pages.includes("index.html"), `${pages.length} pages in ${site}`);
  });

  test(`the Nu validator finds no error on any page of the ${name}`, () => {
    const options = ["-Xss4m", "-jar", String(require("vnu-jar")), "--errors-only", "--skip-non-html", "--format", "gnu", "."];
    const run = spawnSync("java", options, { cwd: site, encoding: "utf8", maxBuffer: 1 << 26 });
    assert.equal(run.status, 0, first(`${run.stderr}${run.stdout}`.split("\n")));
  });

  test(`html-validate finds nothing on any page of the ${name}`, () => {
    const config = JSON.parse(readFileSync(new URL("../html-validate.json", import.meta.url), "utf8"));
    const validator = new HtmlValidate(new StaticConfigLoader(config));
    const faults = pages.flatMap((path) =>
      validator
        .validateStringSync(readFileSync(join(site, path), "utf8"), path)
        .results.flatMap((it) => it.messages)
        .map((it) => `${path}:${it.line}:${it.column}: ${it.ruleId}: ${it.message}`),
    );
    assert.deepEqual(first(faults), "");
  });
}

function first(lines) {
  return lines.slice(0, 40).join("\n");
}
