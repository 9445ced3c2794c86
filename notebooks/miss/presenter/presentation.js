// The presentation on this device: its length, the current slide and when it started. It is in localStorage, so that a
// second window follows it and a reload resumes it. If storage is blocked, it lasts as long as the page.

import { LEGACY_STORAGE_KEY, STORAGE_KEY, moveStored, readStored, writeStored } from "../web/scripts/storage.js";
import { asObject, wholeNumber } from "../widgets/objects.js";

const PRESENTATION_KEY = `${STORAGE_KEY} talk`;
const LEGACY_PRESENTATION_KEY = `${LEGACY_STORAGE_KEY} talk`;
const MAX_VOTES = 9999;

/** The name of this page. Its URL does not tell it: some hosts leave out `.html`. */
export const PAGE = document.documentElement.dataset.page ?? "";

/** The last stage of a poll: first its votes are counted, then the result is shown, then the answers are explained. */
export const REASONS_STAGE = 2;

/**
 * `hands` are the votes for each answer, by item.
 * @typedef {{ minutes: number, at: number, started: number, black: boolean, stage: number,
 *   hands: Record<string, number[]> }} Presentation
 */
/** @type {Presentation} */
const INITIAL = { minutes: 45, at: 0, started: 0, black: false, stage: 0, hands: {} };

/** @param {number} minutes */
const deckOf = (minutes) => DATA.decks[minutes] ?? [];

/** Make a valid presentation of a stored value: what is damaged, or unknown to the decks, gets its initial value.
 *  @param {any} stored @returns {Presentation} */
function normalizePresentation(stored) {
  const { minutes, at, started, black, stage, hands } = asObject(stored);
  const length = Object.hasOwn(DATA.decks, minutes) ? Number(minutes) : INITIAL.minutes;
  return {
    minutes: length,
    at: wholeNumber(at, 0, deckOf(length).length - 1, 0),
    started: wholeNumber(started, 0, Date.now(), 0),
    black: black === true,
    stage: wholeNumber(stage, 0, REASONS_STAGE, 0),
    hands: normalizeHands(hands),
  };
}

/** Keep the votes of the polls that the decks have. @param {unknown} hands @returns {Presentation["hands"]} */
function normalizeHands(hands) {
  const polls = Object.entries(asObject(hands)).filter(([item]) => Object.hasOwn(DATA.items, item));
  return Object.fromEntries(
    polls.flatMap(([item, votes]) => (Array.isArray(votes) ? [[item, votes.map(voteCount)]] : [])),
  );
}

/** @param {unknown} number */
const voteCount = (number) => wholeNumber(number, 0, MAX_VOTES, 0);

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

  /** The slides of the deck for this length. */
  get slides() {
    return deckOf(presentationState.minutes);
  },

  /** The current slide; a deck has at least one. */
  get slide() {
    return this.slides[presentationState.at] ?? /** @type {Slide} */ (this.slides[0]);
  },

  /** The position of this page's first slide; that of the deck if the page has none. */
  get firstOnPage() {
    return Math.max(
      0,
      this.slides.findIndex(({ page }) => page === PAGE),
    );
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
    this.update({ ...INITIAL, minutes: presentationState.minutes });
  },

  /** Show another slide, at a poll's first or last stage; the clock starts with the first slide after the title.
   *  @param {number} at @param {number} [stage] */
  goTo(at, stage = 0) {
    const index = Math.min(Math.max(at, 0), this.slides.length - 1);
    const started = presentationState.started || (index > 0 ? Date.now() : 0);
    this.update({ at: index, stage, black: false, started });
  },

  /** Call back at each change, made in any window. @param {() => void} callback */
  subscribe(callback) {
    subscribers.push(callback);
  },
};
