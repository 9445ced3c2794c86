import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { scoreOf } from "../../notebooks/miss/interactions/questions/scoring.js";

const cases = JSON.parse(readFileSync(new URL("../support/scores.json", import.meta.url), "utf-8"));

for (const { kind, case: name, rule, groups, chosen, points, maximum } of cases) {
  test(`${kind}: ${name}`, () => assert.deepEqual(scoreOf(rule, groups, chosen), { points, maximum }));
}
