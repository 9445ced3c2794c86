import "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  PROGRESS_VERSION,
  isNewerVersion,
  mergeProgress,
  normalizeProgress,
} from "../../notebooks/miss/web/scripts/progress_migrations.js";

const EMPTY = { version: PROGRESS_VERSION, states: {}, done: {} };

test("damaged or missing progress is empty progress of this version", () => {
  for (const stored of [null, undefined, 7, "text", [], { states: [], done: "yes" }]) {
    assert.deepEqual(normalizeProgress(stored), EMPTY);
  }
});

test("progress without a version is migrated", () => {
  const states = { steps: { step: 2 } };
  assert.deepEqual(normalizeProgress({ states, done: { a: true } }), { ...EMPTY, states, done: { a: true } });
});

test("only a higher number is a newer version", () => {
  assert.equal(isNewerVersion({ version: PROGRESS_VERSION + 1 }), true);
  for (const version of [PROGRESS_VERSION, 0, -1, "9", 9.5, null]) assert.equal(isNewerVersion({ version }), false);
  assert.equal(isNewerVersion(null), false);
});

test("merged progress has what was done in either, and the first takes precedence", () => {
  const first = { version: 1, states: { steps: { step: 2, seen: ["a"] }, theme: "dark" }, done: { a: false } };
  const second = {
    version: 0,
    states: { steps: { step: 1, seen: ["b"] }, theme: "light", cards: { seen: [] } },
    done: { a: true, b: true },
    moved: true,
  };
  assert.deepEqual(mergeProgress(first, second), {
    version: 1,
    states: { steps: { step: 2, seen: ["a", "b"] }, theme: "dark", cards: { seen: [] } },
    done: { a: false, b: true },
    moved: true,
  });
});
