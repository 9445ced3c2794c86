// @ts-check
// A record may have been written years ago, by a page of today, or by one that is newer than this: a tab left open and
// a copy kept for no network are as old as they are.

import { gathered } from "./lesson.js";
import { plain } from "./kept.js";

/** @typedef {{ version: number, states: Record<string, any>, done: Record<string, boolean>, moved?: boolean }} Kept */

/** What each version of the record needs to become the next. A change of its shape adds a step; none is ever dropped.
 *  @type {((kept: any) => any)[]} */
const STEPS = [
  (kept) => kept, // 0, which had no number: its name lacked the folder, its shape is still the same
];

export const VERSION = STEPS.length;

/** Which version a value that was read has. @param {any} read @returns {number} */
function versionOf(read) {
  const { version } = plain(read);
  return Number.isInteger(version) && version > 0 ? version : 0;
}

/** @param {any} read */
export const isNewer = (read) => versionOf(read) > VERSION;

/** Make a whole record of whatever was read: an earlier one, a damaged one, none. @param {any} read @returns {Kept} */
export function upgraded(read) {
  const kept = STEPS.slice(versionOf(read)).reduce((older, step) => step(older), plain(read));
  return { ...kept, version: VERSION, states: plain(kept.states), done: plain(kept.done) };
}

/** Join two records: what was seen or answered in either was, and where they differ the first counts.
 *  @param {Kept} one @param {Kept} other @returns {Kept} */
export function joined(one, other) {
  const states = { ...other.states, ...one.states };
  for (const [key, state] of Object.entries(states)) {
    if (plain(state) === state) states[key] = gathered(state, plain(other.states[key])); // not the theme, or the view
  }
  return { ...other, ...one, states, done: { ...other.done, ...one.done } };
}
