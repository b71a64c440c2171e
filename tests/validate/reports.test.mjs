// The reports for machines before validators of others: SARIF 2.1.0 before the schema that its editors publish, JSON before
// our own schema, workflow commands before the form that GitHub documents.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, "../..");
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/tashawur");
const sites = ["tests/mistakes/site", "tests/golden/broken"];
const runs = sites.flatMap((site) => ["ar", "en"].map((lang) => [site, lang]));

function report(site, lang, format) {
  const run = spawnSync(program, ["check", "--site", join(root, site), "--format", format, "--lang", lang, "--date", "2026-11-26"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  assert.equal(run.status, 1, `${run.error ?? ""}${run.stderr}`);
  return run.stdout;
}

test("SARIF obeys its schema, and every result has its rule", () => {
  const schema = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
  // It says draft 4 and uses nothing in which later drafts differ, but for the name of its own address.
  delete schema.$schema;
  delete schema.id;
  assert.ok(!/"exclusive(Minimum|Maximum)"/.test(JSON.stringify(schema)));
  const formats = { uri: true, "uri-reference": (it) => !/[^\x21-\x7e]|%(?![0-9A-F]{2})/.test(it), "date-time": true };
  const validate = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats }).compile(schema);
  for (const [site, lang] of runs) {
    const log = JSON.parse(report(site, lang, "sarif"));
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5)));
    const { results, tool } = log.runs[0];
    assert.ok(results.length > 30);
    for (const it of results) {
      const rule = tool.driver.rules[it.ruleIndex];
      assert.equal(rule.id, it.ruleId);
      assert.ok(rule.help.markdown.includes(it.ruleId), it.ruleId);
      assert.ok(it.locations.length > 0, it.ruleId);
    }
    assert.ok(!validate({ ...log, version: "2.0.0" }), "the schema refuses what is none");
  }
});

test("JSON obeys the schema in docs/, which says all that there is", () => {
  const schema = JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8"));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  for (const [site, lang] of runs) {
    const found = JSON.parse(report(site, lang, "json"));
    assert.ok(validate(found), JSON.stringify(validate.errors?.slice(0, 5)));
    assert.equal(found.diagnostics.length, found.summary.errors + found.summary.warnings + found.summary.notes);
    assert.ok(found.diagnostics.some((it) => it.fix?.safe) || site.endsWith("broken"), "a safe fix is among them");
    assert.ok(!validate({ ...found, summary: { errors: "1" } }), "the schema refuses what is none");
  }
});

test("GitHub gets one command a line", () => {
  for (const [site, lang] of runs) {
    const lines = report(site, lang, "github").trimEnd().split("\n");
    const count = JSON.parse(report(site, lang, "json")).diagnostics.length;
    assert.equal(lines.length, count);
    const form = /^::(error|warning|notice) (?:[a-zA-Z]+=[^,:\r\n]+)(?:,[a-zA-Z]+=[^,:\r\n]+)*::[^\r\n]+$/;
    assert.deepEqual(lines.filter((it) => !form.test(it)), []);
  }
});
