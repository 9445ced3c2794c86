import "./page.js";
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { stored } from "./page.js";

/** A slide that takes some presses. @param {number} presses */
const slide = (presses) => ({ html: `<p data-build="1"></p><p data-only="${presses}"></p>` });
const names = ["one", "two", "three", "course-join"];
const deck = names.map((each) => ({ slide: each, step: null }));
Object.assign(globalThis, {
  DATA: {
    decks: { 45: deck, 90: [...deck, ...deck] },
    slides: { one: { html: "" }, two: slide(3), three: slide(1), poll: { html: "" } },
    words: { hands_for: "{letter} / {until}" },
    join: "course-join",
  },
});
const KEY = "course /pluginfile.php/12/mod_resource/content/toy/ toy talk";
const damaged = {
  minutes: 90,
  at: 99,
  started: "then",
  black: "yes",
  build: 7,
  dark: 1,
  hands: { poll: [2, -1, "x", 1e9], x: [1] },
};
stored.set(KEY, JSON.stringify(damaged));
const { presentation } = await import("../../notebooks/miss/presenter/presentation.js");
const { interfaceText } = await import("../../notebooks/miss/presenter/dom.js");

afterEach(() => presentation.restart());

test("what is stored is made valid", () => {
  const hands = { poll: [2, 0, 0, 9999] };
  const made = { minutes: 90, at: 7, build: 0, started: 0, black: false, dark: false, joining: false, hands };
  assert.deepEqual(presentation.state, made);
});

test("a slide outside the deck is its first or last one, and the clock starts after the title", () => {
  presentation.goTo(-3);
  assert.deepEqual([presentation.state.at, presentation.elapsed, presentation.state.started], [0, 0, 0]);
  presentation.goTo(99, 1);
  assert.deepEqual(
    [presentation.state.at, presentation.state.build, presentation.planned.slide],
    [7, 1, "course-join"],
  );
  assert.ok(presentation.state.started > 0);
});

test("a press goes through a slide, then to the next one; back goes the same way", () => {
  const places = () => [presentation.state.at, presentation.state.build];
  const there = Array.from({ length: 6 }, () => {
    presentation.goForward();
    return places();
  });
  assert.deepEqual(there, [
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 0],
    [2, 1],
  ]);
  presentation.goBack();
  presentation.goBack();
  assert.deepEqual(places(), [1, 3]);
});

test("a press on a black screen shows the slide again, and moves nothing", () => {
  presentation.goTo(1, 2);
  presentation.update({ black: true });
  presentation.goForward();
  assert.deepEqual([presentation.state.at, presentation.state.build, presentation.state.black], [1, 2, false]);
});

test("hands are counted for each answer, and never fall below none", () => {
  presentation.countHands("poll", 2, 3);
  presentation.countHands("poll", 0, -4);
  assert.deepEqual(presentation.state.hands.poll, [0, 0, 3]);
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

test("a text of the interface has its values", () => {
  assert.equal(interfaceText("hands_for", { letter: "A" }), "A / {until}");
});
