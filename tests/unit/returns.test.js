import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarFile } from "../../notebooks/miss/web/scripts/calendar.js";
import { addDays, localDay, nextReturn, returnsAfter, validReturns } from "../../notebooks/miss/web/scripts/returns.js";

const TODAY = "2026-11-27";

for (const [what, before, right, after] of /** @type {[string, any, boolean, any][]} */ ([
  ["the first answer comes back after 5 days", undefined, true, ["2026-12-02", 5]],
  ["so does a first one that is wrong", undefined, false, ["2026-12-02", 5]],
  ["right on its day, it comes back after 14 days", ["2026-11-27", 5], true, ["2026-12-11", 14]],
  ["right after its day, too", ["2026-11-01", 5], true, ["2026-12-11", 14]],
  ["then after 35 days", ["2026-11-27", 14], true, ["2027-01-01", 35]],
  ["then never", ["2026-11-27", 35], true, ["", 35]],
  ["a miss goes back to 5 days", ["2026-11-27", 35], false, ["2026-12-02", 5]],
  ["so does a miss before its day", ["2026-12-20", 35], false, ["2026-12-02", 5]],
  ["and one that was not to come back", ["", 35], false, ["2026-12-02", 5]],
  ["right before its day, it is still due on that day", ["2026-11-28", 5], true, ["2026-11-28", 5]],
  ["right once it is not to come back, it stays so", ["", 35], true, ["", 35]],
])) {
  test(what, () => assert.deepEqual(nextReturn(before, right, TODAY), after));
}

test("days are counted over the end of a month, a year and summer time", () => {
  assert.equal(addDays("2026-12-30", 5), "2027-01-04");
  assert.equal(addDays("2028-02-27", 5), "2028-03-03");
  assert.equal(addDays("2027-03-27", 1), "2027-03-28");
});

test("the day is that of the reader's clock", () => {
  assert.equal(localDay(new Date(2026, 0, 2, 23, 59)), "2026-01-02");
  assert.equal(localDay(new Date(2026, 0, 3, 0, 0)), "2026-01-03");
});

test("only what was answered now changes", () => {
  const before = /** @type {any} */ ({ q01: ["2026-12-01", 5], q02: ["2026-11-20", 5] });
  assert.deepEqual(returnsAfter(before, { q02: true }, TODAY), { q01: ["2026-12-01", 5], q02: ["2026-12-11", 14] });
});

test("damaged returns are dropped", () => {
  const stored = { a: ["2026-12-02", 5], b: ["soon", 5], c: ["2026-12-02", 6], d: 1, e: ["", 35], f: null };
  assert.deepEqual(validReturns(stored), { a: ["2026-12-02", 5], e: ["", 35] });
  for (const damaged of [null, "x", [1], 7]) assert.deepEqual(validReturns(damaged), {});
});

test("no line of a calendar file is longer than 75 octets, whatever it says", () => {
  const text = "ä;b,c\\ ".repeat(40);
  const file = calendarFile(
    [{ id: "a", day: "2026-12-02", title: text, text, link: "https://x.org/#p=1" }],
    "toy",
    new Date(0),
  );
  const lines = file.split("\r\n");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75));
  assert.equal(lines.at(-1), "");
  assert.ok(file.replaceAll("\r\n ", "").includes("SUMMARY:ä\\;b\\,c\\\\ "));
});
