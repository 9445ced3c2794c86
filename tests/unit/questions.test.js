import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../notebooks/miss/interactions/questions/items/order/element.js";
import "../../notebooks/miss/interactions/questions/items/select_all/element.js";
import { createQuestion } from "../../notebooks/miss/interactions/questions/item_kinds.js";
import {
  answeredQuestions,
  parseRound,
  roundProgress,
  unansweredPositions,
} from "../../notebooks/miss/interactions/questions/round.js";

/** A question with the options a, b and c, of which a and b are right. @param {string} kind */
function question(kind) {
  const options = ["a", "b", "c"].map((id) => ({ dataset: { id, right: id === "c" ? "no" : "yes" } }));
  const list = { dataset: { least: "1", most: "2" }, contains: () => true };
  const element = {
    dataset: { id: kind, kind },
    querySelector: () => ({}),
    querySelectorAll: (/** @type {string} */ selector) => (selector === ".options" ? [list] : options),
    hasAttribute: () => false,
  };
  return createQuestion(/** @type {any} */ (element), /** @type {any} */ ({}));
}

const several = question("select_all");
const order = question("order");

test("a kind without a class is refused by its name", () => {
  assert.throws(() => question("maze"), /No class is defined for questions of the kind 'maze'/);
});

test("several options are right if they are all of the right ones and no other", () => {
  assert.equal(several.isRight(["b", "a"]), true);
  for (const answer of [["a"], ["a", "c"], ["a", "b", "c"]]) assert.equal(several.isRight(answer), false);
});

test("an order is right if each option is in its place", () => {
  assert.equal(order.isRight(["a", "b", "c"]), true);
  assert.equal(order.isRight(["a", "c", "b"]), false);
});

test("an answer has options of its question", () => {
  assert.deepEqual(several.normalizeAnswer(["c"]), ["c"]);
  for (const answer of [[], ["a", "x"], "a", null, { a: 1 }, ["a", "a"], ["a", "b", "c"]]) {
    assert.equal(several.normalizeAnswer(answer), null);
  }
});

test("an order has each option once", () => {
  assert.deepEqual(order.normalizeAnswer(["c", "a", "b"]), ["c", "a", "b"]);
  for (const answer of [
    ["a", "b"],
    ["a", "b", "b"],
    ["a", "b", "c", "a"],
  ]) {
    assert.equal(order.normalizeAnswer(answer), null);
  }
});

test("a verdict compares what was chosen with what is right", () => {
  const names = several.options.map((option, index) => several.verdictOn(option, index, ["a", "c"]).name);
  assert.deepEqual(names, ["both", "right", "chosen"]);
  assert.equal(several.verdictOn(/** @type {any} */ (several.options[2]), 2, ["a"]).name, "other");
});

test("a round knows what is open, right and wrong, and how much is done", () => {
  const round = [
    { question: several, answer: ["a"] },
    { question: order, answer: null },
    { question: order, answer: ["a", "b", "c"] },
  ];
  assert.deepEqual(unansweredPositions(round), [1]);
  assert.deepEqual(answeredQuestions(round, true), [order]);
  assert.deepEqual(answeredQuestions(round, false), [several]);
  assert.deepEqual(roundProgress(round), { done: 2, total: 3 });
});

test("a round is named by its seed and its length", () => {
  assert.deepEqual(parseRound("7-12"), { seed: 7, count: 12 });
  for (const value of ["", "7", "-12", "7-", "12345-1", "7-12-1", "7-1234", "a-1"])
    assert.equal(parseRound(value), null);
});
