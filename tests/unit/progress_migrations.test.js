import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  PROGRESS_VERSION,
  isNewerVersion,
  mergeProgress,
  normalizeProgress,
} from "../../notebooks/miss/web/scripts/progress_migrations.js";

const EMPTY = { version: PROGRESS_VERSION, states: {}, parts: {} };

test("damaged or missing progress is empty progress of this version", () => {
  for (const stored of [null, undefined, 7, "text", [], { states: [], parts: "yes" }]) {
    assert.deepEqual(normalizeProgress(stored), EMPTY);
  }
});

test("progress without a version is migrated", () => {
  const states = { theme: "dark", steps: { step: 2, seen: ["a", "b"] } };
  const parts = { steps: { done: 2, total: 0 } };
  assert.deepEqual(normalizeProgress({ states }), { ...EMPTY, states, parts });
});

test("what was done before parts were counted is counted, and a ticked box is dropped", () => {
  const states = {
    choices: { selected: "a", seen: ["a"] },
    wipe: { position: 50, moved: true },
    untouched: { position: 50, moved: false },
    check: { seed: 1, drawn: ["q1", "q2", "q3"], answers: { q2: ["a"] }, position: 1 },
  };
  const parts = {
    choices: { done: 1, total: 0 },
    wipe: { done: 1, total: 1 },
    check: { done: 1, total: 3 },
  };
  assert.deepEqual(normalizeProgress({ version: 1, states, done: { why: true } }), { ...EMPTY, states, parts });
});

test("damaged parts are repaired, alone", () => {
  const parts = { a: { done: 2, total: 8 }, b: 7, c: { done: -1, total: "8" } };
  assert.deepEqual(normalizeProgress({ version: PROGRESS_VERSION, parts }).parts, {
    a: { done: 2, total: 8 },
    b: { done: 0, total: 0 },
    c: { done: 0, total: 0 },
  });
});

test("only a higher number is a newer version", () => {
  assert.equal(isNewerVersion({ version: PROGRESS_VERSION + 1 }), true);
  for (const version of [PROGRESS_VERSION, 0, -1, "9", 9.5, null]) assert.equal(isNewerVersion({ version }), false);
  assert.equal(isNewerVersion(null), false);
});

test("merged progress has what was done in either, and the first takes precedence", () => {
  const first = {
    version: 1,
    states: { steps: { step: 2, seen: ["a"] }, theme: "dark" },
    parts: { a: { done: 1, total: 8 } },
  };
  const second = {
    version: 0,
    states: { steps: { step: 1, seen: ["b"] }, theme: "light", cards: { seen: [] } },
    parts: { a: { done: 2, total: 8 }, b: { done: 1, total: 1 } },
    moved: true,
  };
  assert.deepEqual(mergeProgress(first, second), {
    version: 1,
    states: { steps: { step: 2, seen: ["a", "b"] }, theme: "dark", cards: { seen: [] } },
    parts: { a: { done: 2, total: 8 }, b: { done: 1, total: 1 } },
    moved: true,
  });
});

test("a place is kept if it names a page and an element", () => {
  const place = { page: "2-why", key: "steps" };
  assert.deepEqual(normalizeProgress({ place }), { ...EMPTY, place });
  for (const damaged of [7, null, "2-why", {}, { page: "2-why" }, { page: 2, key: "steps" }]) {
    assert.deepEqual(normalizeProgress({ place: damaged }), EMPTY);
  }
});

test("merged progress has the first place, or the only one", () => {
  const first = { ...EMPTY, place: { page: "1-what", key: "steps" } };
  const second = { ...EMPTY, place: { page: "2-why", key: "steps" } };
  assert.deepEqual(mergeProgress(first, second).place, first.place);
  assert.deepEqual(mergeProgress(EMPTY, second).place, second.place);
});
