import assert from "node:assert/strict";
import { test } from "node:test";
import { NamingRound } from "../../notebooks/miss/widgets/naming_round.js";

test("every part is asked once, in order, and found at once", () => {
  const round = new NamingRound(["a", "b"]);
  assert.deepEqual([round.asked, round.place], ["a", { number: 1, total: 2 }]);
  assert.deepEqual([round.answer("a"), round.asked, round.answer("b")], ["right", "b", "right"]);
  assert.deepEqual([round.asked, round.missed], [undefined, []]);
});

test("after one miss the same part is asked, and it does not come back", () => {
  const round = new NamingRound(["a", "b"]);
  assert.deepEqual([round.answer("b"), round.asked, round.answer("a")], ["wrong", "a", "right"]);
  round.answer("b");
  assert.deepEqual([round.asked, round.missed], [undefined, ["a"]]);
});

test("after the second miss the round goes on, and the part comes back once", () => {
  const round = new NamingRound(["a", "b"]);
  assert.deepEqual([round.answer("b"), round.answer("b"), round.asked], ["wrong", "missed", "b"]);
  assert.ok(!round.found("a") && !round.repeated);
  round.answer("b");
  assert.deepEqual([round.asked, round.repeated, round.place], ["a", true, { number: 1, total: 1 }]);
  assert.deepEqual([round.answer("b"), round.answer("b"), round.asked], ["wrong", "missed", undefined]);
  assert.deepEqual(round.missed, ["a"]);
});

test("a part that is given comes back once, and was not found at once", () => {
  const round = new NamingRound(["a"]);
  round.give();
  assert.deepEqual([round.asked, round.repeated], ["a", true]);
  assert.equal(round.answer("a"), "right");
  assert.deepEqual([round.asked, round.missed, round.found("a")], [undefined, ["a"], true]);
});
