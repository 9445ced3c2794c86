import "./page.js";
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { stored } from "./page.js";

const slides = ["one", "two", "three"].map((title) => ({ title }));
Object.assign(globalThis, {
  DATA: {
    decks: { 45: slides, 90: [...slides, ...slides] },
    items: { poll: "" },
    words: { time: "{elapsed} / {until}" },
  },
});
const KEY = "course /pluginfile.php/12/mod_resource/content/toy/ toy talk";
const damaged = {
  minutes: 90,
  at: 99,
  started: "then",
  black: "yes",
  stage: 7,
  hands: { poll: [2, -1, "x", 1e9], x: [1] },
};
stored.set(KEY, JSON.stringify(damaged));
const { presentation } = await import("../../notebooks/miss/presenter/presentation.js");
const { formatTime, interfaceText } = await import("../../notebooks/miss/presenter/dom.js");

afterEach(() => presentation.restart());

test("what is stored is made valid", () => {
  const hands = { poll: [2, 0, 0, 9999] };
  assert.deepEqual(presentation.state, { minutes: 90, at: 5, started: 0, black: false, stage: 2, hands });
});

test("a slide outside the deck is its first or last one, and the clock starts after the title", () => {
  presentation.goTo(-3);
  assert.deepEqual([presentation.state.at, presentation.elapsed, presentation.state.started], [0, 0, 0]);
  presentation.goTo(99, 1);
  assert.deepEqual([presentation.state.at, presentation.state.stage, presentation.slide.title], [5, 1, "three"]);
  assert.ok(presentation.state.started > 0);
});

test("a change is stored and told, and a new start keeps the length", () => {
  let told = 0;
  presentation.subscribe(() => told++);
  presentation.update({ minutes: 45, at: 2 });
  assert.equal(told, 1);
  assert.equal(JSON.parse(stored.get(KEY)).at, 2);
  presentation.restart();
  assert.deepEqual([presentation.state.minutes, presentation.state.at], [45, 0]);
});

test("seconds are written as minutes and seconds", () => {
  assert.deepEqual([0, 59, 605, 3600].map(formatTime), ["0:00", "0:59", "10:05", "60:00"]);
});

test("a text of the interface has its values", () => {
  assert.equal(interfaceText("time", { elapsed: "0:05" }), "0:05 / {until}");
});
