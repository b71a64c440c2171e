// The JSON Schemas that `tashawur schema` prints, before a validator of others: they hold for the whole content, and reject
// what they can know to be wrong.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";

const root = resolve(import.meta.dirname, "../..");
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/tashawur");

function run(...args) {
  const run = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, run.stderr ?? String(run.error));
  return run.stdout;
}

const names = run("schema").trim().split("\n");
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map(names.map((it) => [it, ajv.compile(JSON.parse(run("schema", it)))]));

// Checks one YAML text; returns what is wrong with it.
function faults(name, text) {
  const validate = validators.get(name);
  return validate(parse(text) ?? {}) ? [] : validate.errors.map((it) => `${it.instancePath} ${it.message} ${JSON.stringify(it.params)}`);
}

const files = readdirSync(join(root, "content"), { recursive: true }).map(String).sort();
const read = (path) => readFileSync(join(root, "content", path), "utf8");

function schemaOf(path) {
  if (path === "site.yaml") return "site";
  return path.startsWith("kinds/") ? "kind" : "record";
}

test("there is a schema for everything that is written in YAML", () => {
  assert.deepEqual(names, ["site", "kind", "record", "front-matter"]);
});

test("the whole content is valid", () => {
  const wrong = [];
  const data = files.filter((it) => it.endsWith(".yaml"));
  assert.ok(data.length > 30, `${data.length} files`);
  for (const path of data) wrong.push(...faults(schemaOf(path), read(path)).map((it) => `${path}: ${it}`));
  for (const path of files.filter((it) => it.endsWith(".md"))) {
    const front = /^---\r?\n([^]*?)\r?\n---/.exec(read(path));
    if (front) wrong.push(...faults("front-matter", front[1]).map((it) => `${path}: ${it}`));
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

const site = "title: {ar: أ, en: A}\nlanguages: [{tag: ar, dir: rtl}, {tag: en, dir: ltr}]\nbase: https://example.org/\n";
const kind = "kind: visit\nlabel: {ar: أ, en: A}\nplural: {ar: أ, en: A}\nfields: {title: text}\n";
const mandate = "kind: mandate\ntitle: {ar: أ, en: A}\ndate: 2014-09-07\nform: resolution\nstanding: core\nevidence: document\n";

test("a whole file of each sort is valid", () => {
  assert.deepEqual(faults("site", site), []);
  assert.deepEqual(faults("kind", kind), []);
  assert.deepEqual(faults("record", mandate), []);
  assert.deepEqual(faults("front-matter", "title: أ\ndate: 2013-06\ndraft: true\n"), []);
  for (const date of ["2013", "2012-02-29", "2000-02-29", "2014-Q2", "2013-12-31", "2013-06-04/2013-06-30", "2013~", "2013-01?"]) {
    assert.deepEqual(faults("record", mandate.replace("2014-09-07", date)), [], date);
  }
});

for (const [what, name, text] of [
  ["a misspelt key of the site", "site", `${site}titel: {ar: أ}\n`],
  ["a site without a title", "site", site.replace(/title.*\n/, "")],
  ["a site without languages", "site", site.replace(/languages.*\n/, "")],
  ["a language without a direction", "site", site.replace(", dir: rtl", "")],
  ["a direction that there is not", "site", site.replace("rtl", "right")],
  ["a tag that is none", "site", site.replace("tag: en", "tag: English")],
  ["a base without a scheme", "site", site.replace("https://", "")],
  ["a title in one language", "site", site.replace(", en: A", "")],
  ["a title in a language that the site has not", "site", site.replace("en: A", "en: A, fr: A")],
  ["digits that there are not", "site", `${site}digits: roman\n`],
  ["months that there are not", "site", `${site}months: mars\n`],
  ["a code that there is not", "site", `${site}checks: {link/no-targets: off}\n`],
  ["a severity that there is not", "site", `${site}checks: {link/no-target: fatal}\n`],
  ["a word in place of true or false", "site", `${site}search: yes\n`],
  ["one path in place of a list", "site", `${site}footer: about\n`],
  ["a group of the navigation without a label", "site", `${site}navigation: [{items: [a]}]\n`],
  ["a kind without fields", "kind", kind.replace(/fields.*\n/, "")],
  ["a kind without a title", "kind", kind.replace("title: text", "date: date")],
  ["a type of field that there is not", "kind", kind.replace("title: text", "title: txt")],
  ["an option that there is not", "kind", kind.replace("title: text", "title: {type: text, requird: true}")],
  ["a field name that is none", "kind", kind.replace("title: text", "title: text, Adopted-By: text")],
  ["a kind name that is none", "kind", kind.replace("visit", "زيارة")],
  ["a layout that there is not", "kind", `${kind}list: grid\n`],
  ["a policy without a reason", "kind", `${kind}translations: {only: ar}\n`],
  ["a kind that there is not", "record", mandate.replace("mandate", "mandat")],
  ["a record without a kind", "record", mandate.replace("kind: mandate\n", "")],
  ["a field that the kind has not", "record", `${mandate}colour: red\n`],
  ["a required field that is missing", "record", mandate.replace(/title.*\n/, "")],
  ["a title that is no pair", "record", mandate.replace("{ar: أ, en: A}", "A")],
  ["half a pair", "record", mandate.replace(", en: A", "")],
  ["a date in another notation", "record", mandate.replace("2014-09-07", "7/9/2014")],
  ["a month that there is not", "record", mandate.replace("2014-09-07", "2014-13-07")],
  ["a day that June has not", "record", mandate.replace("2014-09-07", "2014-06-31")],
  ["a 29 February of a common year", "record", mandate.replace("2014-09-07", "2015-02-29")],
  ["a span whose end does not exist", "record", mandate.replace("2014-09-07", "2014-09-07/2014-09-31")],
  ["a date without hyphens", "record", mandate.replace("2014-09-07", "20140907")],
  ["a choice that there is not", "record", mandate.replace("form: resolution", "form: decree")],
  ["a list where one value stands", "record", mandate.replace("form: resolution", "form: [resolution]")],
  ["one value where a list stands", "record", `${mandate}sources: one\n`],
  ["a key that is none", "record", `${mandate}key: القرار\n`],
  ["records without keys", "record", "kind: objective\nrecords: [{title: {ar: أ, en: A}}]\n"],
  ["a null", "record", mandate.replace("form: resolution", "form:")],
  ["an order that is no number", "front-matter", "order: first\n"],
  ["a draft that is no truth value", "front-matter", "draft: maybe\n"],
  ["tags that are no list", "front-matter", "tags: migration\n"],
  ["a misspelt key of a text", "front-matter", "titel: أ\n"],
  ["a date of a text in words", "front-matter", "date: June 2013\n"],
]) {
  test(`${what} is rejected`, () => {
    assert.notDeepEqual(faults(name, text), []);
  });
}
