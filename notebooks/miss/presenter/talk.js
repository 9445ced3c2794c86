// @ts-check
// The talk that is given on this device: how long it is, which slide is on, since when. It is kept on the device, so
// that a second window follows it and a reload finds its place. Storage blocked: it lasts as long as the page.

import { KEPT_AS, ONCE_KEPT_AS, keepAs, moveKept, plain, readKept } from "./kept.js";

const PLACE = `${KEPT_AS} talk`;
const ONCE = `${ONCE_KEPT_AS} talk`;
const MOST_HANDS = 9999;

/** The last stage of a question: its hands are counted, then drawn, then it is explained. */
export const REASONS = 2;

/** @typedef {{ minutes: number, at: number, started: number, black: boolean, stage: number, hands: Record<string, number[]> }} Talk */
/** @type {Talk} */
const NEW = { minutes: 45, at: 0, started: 0, black: false, stage: 0, hands: {} };

/** @param {any} value @param {number} most @returns {number} a whole number from 0, or 0 */
const whole = (value, most) => (Number.isInteger(value) && value > 0 ? Math.min(value, most) : 0);

/** Make a whole talk of whatever was read: what is damaged, or unknown to these decks, is as at the start.
 *  @param {any} read @returns {Talk} */
function accepted(read) {
  const { minutes, at, started, black, stage, hands } = plain(read);
  const length = Object.hasOwn(GIVEN.decks, minutes) ? Number(minutes) : NEW.minutes;
  const counted = Object.entries(plain(hands)).filter(([item, all]) => Object.hasOwn(GIVEN.items, item) && Array.isArray(all));
  return {
    minutes: length,
    at: whole(at, GIVEN.decks[length].length - 1),
    started: whole(started, Date.now()),
    black: black === true,
    stage: whole(stage, REASONS),
    hands: Object.fromEntries(counted.map(([item, all]) => [item, all.map((one) => whole(one, MOST_HANDS))])),
  };
}

/** @returns {Talk} */
function read() {
  const kept = readKept(PLACE);
  if (kept) return accepted(kept);
  const talk = accepted(readKept(ONCE));
  if (readKept(ONCE)) moveKept(ONCE, PLACE, talk);
  return talk;
}

let now = read();
/** @type {(() => void)[]} */
const followers = [];
const tellAll = () => followers.forEach((follower) => follower());

addEventListener("storage", ({ key }) => {
  if (key !== PLACE) return;
  now = read();
  tellAll();
});

export const talk = {
  get now() {
    return now;
  },

  /** The slides of this talk. @returns {any[]} */
  get slides() {
    return GIVEN.decks[now.minutes];
  },

  get slide() {
    return this.slides[now.at] ?? this.slides[0];
  },

  /** Whole seconds since the talk began. */
  get elapsed() {
    return now.started ? Math.floor((Date.now() - now.started) / 1000) : 0;
  },

  /** @param {Partial<Talk>} part */
  change(part) {
    now = { ...now, ...part };
    keepAs(PLACE, now); // or, where that is blocked or full, this window goes on alone
    tellAll();
  },

  /** Begin anew, with the same length. */
  begin() {
    this.change({ ...NEW, minutes: now.minutes });
  },

  /** Put another slide on, at a question's first or last stage; the clock starts with the first slide after the title.
   *  @param {number} at @param {number} [stage] */
  go(at, stage = 0) {
    const within = Math.min(Math.max(at, 0), this.slides.length - 1);
    this.change({ at: within, stage, black: false, started: now.started || (within > 0 ? Date.now() : 0) });
  },

  /** Do something at each change, from whichever window. @param {() => void} work */
  follow(work) {
    followers.push(work);
  },
};
