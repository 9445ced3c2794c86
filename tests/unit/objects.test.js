import assert from "node:assert/strict";
import { test } from "node:test";
import { asObject, wholeNumber } from "../../notebooks/miss/widgets/objects.js";

test("only a plain object is an object", () => {
  assert.deepEqual(asObject({ a: 1 }), { a: 1 });
  for (const value of [null, undefined, [1], "text", 7]) assert.deepEqual(asObject(value), {});
});

test("a whole number is kept within its limits", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 9].map((value) => wholeNumber(value, 1, 3, 7)),
    [1, 1, 2, 3, 3],
  );
});

test("what is no whole number becomes the fallback", () => {
  for (const value of ["2", 2.5, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, [2]]) {
    assert.equal(wholeNumber(value, 1, 3, 7), 7);
  }
});
