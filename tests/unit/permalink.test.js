import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { elementPermalink, pagePermalink, statePermalink } from "../../notebooks/miss/web/scripts/permalink.js";
import { dataset } from "./page.js";

/** @param {string} permalinkValue @param {boolean} [uncounted] @returns {any} */
const element = (permalinkValue, uncounted = false) => ({
  dataset: { key: "steps", parameter: "step" },
  permalinkValue,
  uncounted,
});

test("a page has the public address of its file", () => {
  assert.deepEqual(pagePermalink(), { link: `${dataset.address}home.html`, name: "home" });
});

test("an element is a place on its page", () => {
  assert.deepEqual(elementPermalink(element("2")), { link: `${dataset.address}home.html#steps`, name: "home.steps" });
});

test("a state is named by the parameter of its element", () => {
  assert.deepEqual(statePermalink(element("a b", true)), {
    link: `${dataset.address}home.html?step=a+b#steps`,
    name: "home.steps.a b",
    uncounted: true,
  });
});

test("a state without an id has the permalink of its element", () => {
  assert.deepEqual(statePermalink(element("")), elementPermalink(element("")));
});
