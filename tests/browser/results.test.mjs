// Which results of a large site are shown first, where each title that is not at hand is another request.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cheapest } from "../../themes/default/scripts/results.js";

// Results from best to worst: `score/file`, without a file where the title is at hand.
const results = (text) => text.split(" ").map((it, page) => ({ page, score: Number(it.split("/")[0]), file: it.split("/")[1] }));
const shown = (text, count) => cheapest(results(text), count, (it) => it.file).map((it) => it.page);

test("results without a title at hand give way to others that are nearly as good", () => {
  assert.deepEqual(shown("9 8/a 8/b 7/c 7 7/a", 4), [0, 1, 4, 5]);
  assert.deepEqual(shown("9 8 7 6", 3), [0, 1, 2]);
});

test("the best result stays, whatever it costs", () => {
  assert.deepEqual(shown("9/a 8 8/b 8", 3), [0, 1, 3]);
});

test("a result stays that nothing nearly as good can stand in for", () => {
  assert.deepEqual(shown("9/a 8/b 2 1", 3), [0, 1, 2]);
  assert.deepEqual(shown("9/a 8/b 7/c", 3), [0, 1, 2]);
  assert.deepEqual(shown("9/a 8/b 7.9 7.8", 2), [0, 2]);
});
