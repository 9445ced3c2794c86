import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeParts } from "../../notebooks/miss/web/scripts/progress_parts.js";

const DONE = { done: 6, total: 6 };
const LONGER = { done: 10, total: 26 };
const UNKNOWN = { done: 9, total: 0 };

test("what was done once stays done, whichever is newer", () => {
  for (const [first, second] of [
    [DONE, LONGER],
    [LONGER, DONE],
  ]) {
    assert.deepEqual(mergeParts({ check: first ?? DONE }, { check: second ?? DONE }), { check: DONE });
  }
});

test("of two that are equally far, the first counts", () => {
  assert.deepEqual(mergeParts({ a: { done: 12, total: 12 } }, { a: DONE }), { a: { done: 12, total: 12 } });
});

test("a total that is known counts more than one that is not", () => {
  assert.deepEqual(mergeParts({ a: LONGER }, { a: UNKNOWN }), { a: LONGER });
});

test("parts of either are kept", () => {
  assert.deepEqual(mergeParts({ a: DONE }, { b: LONGER }), { a: DONE, b: LONGER });
});
