import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../../notebooks/miss/widgets/fill.js";

const FORMS = { by: "n", one: "one", few: "few", many: "many", other: "other" };

/** @param {string} language @param {any[]} numbers */
function forms(language, ...numbers) {
  return numbers.map((n) => fill({ language, ...FORMS }, { n }));
}

test("a form is picked by the language of the words, whatever the page's is", () => {
  assert.deepEqual(forms("pl", 1, 2, 5, 22), ["one", "few", "many", "few"]);
  assert.deepEqual(forms("pt-BR", 0, 1, 2), ["one", "one", "other"]);
  assert.deepEqual(forms("ja", 1), ["other"]);
});

test("a language without rules has one form, as in Python", () => {
  assert.deepEqual(forms("xx", 1, 2), ["other", "other"]);
});

test("braces are filled in, and unknown ones stay", () => {
  assert.equal(fill("{n} of {total} {x}", { n: 0, total: 8 }), "0 of 8 {x}");
  assert.equal(fill({ language: "en", by: "n", one: "{n} day", other: "{n} days" }, { n: 1 }), "1 day");
  assert.deepEqual(forms("en", undefined, "It"), ["other", "other"]);
});
