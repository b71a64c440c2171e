// The browser script reads words as the program does: chosen cases, and every word of the content.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { makeWords, neighbours } from "../../themes/default/scripts/words.js";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const here = (path) => resolve(import.meta.dirname, path);
const tool = makeWords(read(here("../../src/text/search/rules.json")));
const target = process.env.CARGO_TARGET_DIR ?? here("../../target");

function check(it) {
  const folded = tool.fold(it.word);
  const made = { word: it.word, folded, stem: tool.stem(folded), readings: [...tool.readings(folded)], plurals: [...tool.plurals(folded).keys()].sort() };
  assert.deepEqual(made, { ...it, plurals: [...it.plurals].sort() });
}

test("chosen words and texts are read as the program reads them", () => {
  const cases = read(here("../vectors/search.json"));
  cases.words.forEach(check);
  for (const { text, words, special } of cases.texts) {
    const found = tool.terms(text);
    assert.deepEqual(found.words.map((it) => it.text), words, text);
    assert.deepEqual([...new Set(found.special)].sort(), [...new Set(special)].sort(), text);
  }
  for (const { word, all } of cases.near) assert.deepEqual([...new Set(neighbours(word, ["ا", "ب", "e"]))].sort(), [...all].sort());
});

test("every word of the content is read as the program reads it", () => {
  const words = read(join(target, "tests/words.json"));
  assert.ok(words.length > 2000);
  words.forEach(check);
});
