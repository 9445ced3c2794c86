// The presentation on this device: its length, the slide and the press that it stands at, when it started, and the hands
// that were counted. It is in localStorage, so that a second window follows it and a reload resumes it. If storage is
// blocked, it lasts as long as the page.

import { LEGACY_STORAGE_KEY, STORAGE_KEY, moveStored, readStored, writeStored } from "../web/scripts/storage.js";
import { asObject, wholeNumber } from "../widgets/objects.js";
import { buildsOf } from "./builds.js";
import { canJoin } from "./join.js";

const PRESENTATION_KEY = `${STORAGE_KEY} talk`;
const LEGACY_PRESENTATION_KEY = `${LEGACY_STORAGE_KEY} talk`;
const MAX_HANDS = 9999;

/** The name of this page. Its URL does not tell it: some hosts leave out `.html`. */
export const PAGE = document.documentElement.dataset.page ?? "";

/**
 * `hands` are counted for each answer, by question; `joining` is whether the join slide stands in front of the slide.
 * @typedef {{ minutes: number, at: number, build: number, started: number, black: boolean, dark: boolean,
 *   joining: boolean, hands: Record<string, number[]> }} Presentation
 */
/** @type {Presentation} */
const INITIAL = { minutes: 45, at: 0, build: 0, started: 0, black: false, dark: false, joining: false, hands: {} };

/** The planned slides of a session; that in which nobody could join has no slide for it. @param {number} minutes */
const deckOf = (minutes) => (DATA.decks[minutes] ?? []).filter(({ slide }) => slide !== DATA.join || canJoin());

/** Make a valid presentation of a stored value: what is damaged, or unknown to the decks, gets its initial value.
 *  @param {any} stored @returns {Presentation} */
function normalizePresentation(stored) {
  const { minutes, at, build, started, black, dark, joining, hands } = asObject(stored);
  const length = Object.hasOwn(DATA.decks, minutes) ? Number(minutes) : INITIAL.minutes;
  const index = wholeNumber(at, 0, deckOf(length).length - 1, 0);
  return {
    minutes: length,
    at: index,
    build: wholeNumber(build, 0, buildsOf(deckOf(length)[index]?.slide ?? ""), 0),
    started: wholeNumber(started, 0, Date.now(), 0),
    black: black === true,
    dark: dark === true,
    joining: joining === true && canJoin(),
    hands: normalizeHands(hands),
  };
}

/** Keep the hands of the questions that the course has. @param {unknown} hands @returns {Presentation["hands"]} */
function normalizeHands(hands) {
  const counted = Object.entries(asObject(hands)).filter(([item]) => Object.hasOwn(DATA.slides, item));
  return Object.fromEntries(
    counted.flatMap(([item, numbers]) => (Array.isArray(numbers) ? [[item, numbers.map(handCount)]] : [])),
  );
}

/** @param {unknown} number */
export const handCount = (number) => wholeNumber(number, 0, MAX_HANDS, 0);

/** @returns {Presentation} */
function readPresentation() {
  const stored = readStored(PRESENTATION_KEY);
  if (stored) return normalizePresentation(stored);
  const legacy = normalizePresentation(readStored(LEGACY_PRESENTATION_KEY));
  if (readStored(LEGACY_PRESENTATION_KEY)) moveStored(LEGACY_PRESENTATION_KEY, PRESENTATION_KEY, legacy);
  return legacy;
}

let presentationState = readPresentation();
/** @type {(() => void)[]} */
const subscribers = [];
const notifySubscribers = () => {
  for (const callback of subscribers) callback();
};

addEventListener("storage", ({ key }) => {
  if (key !== PRESENTATION_KEY) return;
  presentationState = readPresentation();
  notifySubscribers();
});

export const presentation = {
  get state() {
    return presentationState;
  },

  /** The planned slides of this length. */
  get deck() {
    return deckOf(presentationState.minutes);
  },

  /** The planned slide; a deck has at least one. */
  get planned() {
    return this.deck[presentationState.at] ?? /** @type {PlannedSlide} */ (this.deck[0]);
  },

  /** The id of the slide on the projector, and the press that it stands at. */
  get shown() {
    const { joining, build } = presentationState;
    return joining ? { id: DATA.join, build: 0 } : { id: this.planned.slide, build };
  },

  /** What the next press shows; none at the end. */
  get next() {
    const { at, build } = presentationState;
    if (build < buildsOf(this.planned.slide)) return { at, build: build + 1 };
    return at < this.deck.length - 1 ? { at: at + 1, build: 0 } : undefined;
  },

  /** What the last press showed; none at the beginning. */
  get previous() {
    const { at, build } = presentationState;
    if (build > 0) return { at, build: build - 1 };
    return at > 0 ? { at: at - 1, build: buildsOf(this.deck[at - 1]?.slide ?? "") } : undefined;
  },

  /** Whole seconds since the presentation started. */
  get elapsed() {
    return presentationState.started ? Math.floor((Date.now() - presentationState.started) / 1000) : 0;
  },

  /** @param {Partial<Presentation>} part */
  update(part) {
    presentationState = { ...presentationState, ...part };
    writeStored(PRESENTATION_KEY, presentationState); // if storage is blocked or full, only this window changes
    notifySubscribers();
  },

  /** Start again, with the same length. */
  restart() {
    this.update({ ...INITIAL, minutes: presentationState.minutes, dark: presentationState.dark });
  },

  /** Show another slide, at one of its presses; the clock starts with the first slide after the title.
   *  @param {number} at @param {number} [build] */
  goTo(at, build = 0) {
    const index = Math.min(Math.max(at, 0), this.deck.length - 1);
    const started = presentationState.started || (index > 0 ? Date.now() : 0);
    this.update({ at: index, build, black: false, joining: false, started });
  },

  /** Press on; the join slide, or a black screen, first gives way to the slide behind it. */
  goForward() {
    if (presentationState.joining || presentationState.black) return this.update({ joining: false, black: false });
    if (this.next) this.goTo(this.next.at, this.next.build);
  },

  goBack() {
    if (presentationState.joining || presentationState.black) return this.update({ joining: false, black: false });
    if (this.previous) this.goTo(this.previous.at, this.previous.build);
  },

  /** Count hands for an answer of a question. @param {string} item @param {number} index @param {number} number */
  countHands(item, index, number) {
    const hands = [...(presentationState.hands[item] ?? [])];
    for (let each = 0; each <= index; each++) hands[each] ??= 0;
    hands[index] = handCount(Math.max(0, number));
    this.update({ hands: { ...presentationState.hands, [item]: hands } });
  },

  /** Count more hands for an answer of a question, or fewer. @param {string} item @param {number} index @param {number} by */
  addHands(item, index, by) {
    this.countHands(item, index, this.handsOf(item, index) + by);
  },

  /** The hands for an answer of a question. @param {string} item @param {number} index */
  handsOf(item, index) {
    return presentationState.hands[item]?.[index] ?? 0;
  },

  /** Call back at each change, made in any window. @param {() => void} callback */
  subscribe(callback) {
    subscribers.push(callback);
  },
};
