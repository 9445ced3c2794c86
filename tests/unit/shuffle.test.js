import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32, shuffled } from "../../notebooks/miss/widgets/shuffle.js";

const LETTERS = [..."abcdefgh"];

test("a seed gives the order that it gives in Python", () => {
  assert.equal(shuffled(LETTERS, 1).join(""), "cbghedaf");
  assert.equal(shuffled(LETTERS, 7).join(""), "egbcdfha");
  assert.equal(shuffled(LETTERS, 9999).join(""), "hfdacegb");
});

test("the list that is shuffled stays as it is", () => {
  shuffled(LETTERS, 3);
  assert.equal(LETTERS.join(""), "abcdefgh");
});

test("the numbers are from 0 to less than 1, and spread", () => {
  const random = mulberry32(5);
  const numbers = Array.from({ length: 1000 }, random);
  assert.ok(numbers.every((number) => number >= 0 && number < 1));
  assert.ok(new Set(numbers.map((number) => Math.floor(number * 10))).size === 10);
});
