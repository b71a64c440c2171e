// Every citation file before citation.js, a reference manager's reader of RIS, BibTeX and CSL-JSON: each is read without a
// fault, and all three forms of a page say the same.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const site = join(process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target"), "tests/site/cite");
const stems = readdirSync(site, { recursive: true }).map(String).filter((it) => it.endsWith(".ris")).map((it) => it.slice(0, -4)).sort();

const read = (stem, ending) => readFileSync(join(site, `${stem}.${ending}`), "utf8");

function one(stem, ending, type) {
  const found = new Cite(read(stem, ending), type ? { forceType: type } : {}).data;
  assert.equal(found.length, 1, `${stem}.${ending} holds one reference`);
  return found[0];
}

const forms = [["ris", "@ris/file"], ["bib", "@bibtex/text"], ["json", undefined]];

test("there are citations to read", () => assert.ok(stems.length > 100, `${stems.length} in ${site}`));

test("all three forms of a page say the same", () => {
  for (const stem of stems) {
    const csl = JSON.parse(read(stem, "json"))[0];
    for (const [ending, type] of forms) {
      const found = one(stem, ending, type);
      const at = `${stem}.${ending}`;
      assert.equal(found.title.replace(/<[^>]*>/g, ""), csl.title, at);
      assert.equal(found.URL, csl.URL, at);
      // BibTeX has no field for the language that every reader knows; ours is passed over.
      if (ending !== "bib") assert.equal(found.language, csl.language, at);
      const author = found.author[0];
      assert.equal(author.literal ?? author.family ?? author.given, csl.author[0].literal, at);
      assert.deepEqual(found.issued?.["date-parts"]?.[0].map(Number), csl.issued?.["date-parts"][0], at);
    }
  }
});

test("a citation processor words them in both languages", () => {
  for (const [lang, wanted] of [["ar", "القرار"], ["en", "Resolution"]]) {
    const stem = stems.find((it) => it === `${lang}/mandates/resolution-7833`);
    const words = new Cite(read(stem, "json")).format("bibliography", { template: "apa" });
    assert.ok(words.includes(wanted) && words.includes("2026"), words);
  }
});
