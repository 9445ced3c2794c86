import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../notebooks/miss/widgets/fill.js";
import { knownIds, mergeStates } from "../../notebooks/miss/widgets/lesson.js";

test("placeholders are filled, and those without a value stay", () => {
  assert.equal(fill("{n} of {total}, {n} {other}", { n: 2, total: 8 }), "2 of 8, 2 {other}");
  assert.equal(fill("{n}", { n: 0 }), "0");
});

test("ids are those that are known, each once and in order", () => {
  assert.deepEqual(knownIds(["c", "x", "a", "c"], ["a", "b", "c"]), ["c", "a"]);
  assert.deepEqual(knownIds("abc", ["a"]), []);
});

test("merged states unite what was seen, and the first one counts otherwise", () => {
  const first = { seen: ["a", "b"], step: 1 };
  assert.deepEqual(mergeStates(first, { seen: ["b", "c"], step: 4, more: 2 }), {
    seen: ["a", "b", "c"],
    step: 1,
    more: 2,
  });
  assert.deepEqual(mergeStates({ step: 1 }, { seen: ["a"] }), { step: 1, seen: ["a"] });
});

test("merged states unite plain objects by their keys", () => {
  const merged = mergeStates({ answers: { a: ["1"] }, list: ["x"] }, { answers: { a: ["2"], b: ["3"] }, list: ["y"] });
  assert.deepEqual(merged, { answers: { a: ["1"], b: ["3"] }, list: ["x"] });
});
