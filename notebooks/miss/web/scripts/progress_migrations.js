// Stored progress may be of an older version, or of a newer one than this page: open tabs and offline copies run old
// scripts.

import { mergeStates } from "../../widgets/lesson.js";
import { asObject, wholeNumber } from "../../widgets/objects.js";
import { mergeParts, normalizeParts } from "./progress_parts.js";

/** @typedef {import("./progress_parts.js").Parts} Parts */
/** Where something was changed: the page, the key of the element there, and the id of its open record; "" for none.
 *  @typedef {{ page: string, key: string, record?: string }} Place */
/**
 * @typedef {{ version: number, states: Record<string, any>, parts: Parts, place?: Place, moved?: boolean }} Progress
 */

/** The migration from each version to the next one. A change of format adds a migration; none is ever removed.
 *  @type {((progress: any) => any)[]} */
const MIGRATIONS = [
  (progress) => progress, // from 0, which had no number: its key lacked the folder, its format is still the same
  ({ done: _ticked, ...progress }) => ({ ...progress, parts: countParts(asObject(progress.states)) }), // a box was ticked
];

/** Count what the states of version 1 have done; a total of 0 is not known. @param {Record<string, any>} states */
function countParts(states) {
  /** @type {Parts} */
  const parts = {};
  for (const [key, state] of Object.entries(states)) {
    const { seen, moved, drawn, answers } = asObject(state);
    if (Array.isArray(seen)) parts[key] = { done: seen.length, total: 0 };
    else if (Array.isArray(drawn)) parts[key] = { done: Object.keys(asObject(answers)).length, total: drawn.length };
    else if (moved === true) parts[key] = { done: 1, total: 1 };
  }
  return parts;
}

export const PROGRESS_VERSION = MIGRATIONS.length;

/** The version of a stored value. @param {unknown} stored */
function versionOf(stored) {
  return wholeNumber(asObject(stored).version, 0, Number.MAX_SAFE_INTEGER, 0);
}

/** @param {unknown} stored */
export const isNewerVersion = (stored) => versionOf(stored) > PROGRESS_VERSION;

/** Migrate a stored value (of any version, damaged or missing) to valid progress of the current version.
 *  @param {unknown} stored @returns {Progress} */
export function normalizeProgress(stored) {
  const progress = MIGRATIONS.slice(versionOf(stored)).reduce((older, migrate) => migrate(older), asObject(stored));
  const { place, ...rest } = progress;
  const valid = {
    ...rest,
    version: PROGRESS_VERSION,
    states: asObject(progress.states),
    parts: normalizeParts(progress.parts),
  };
  return isPlace(place) ? { ...valid, place } : valid;
}

/** @param {any} place */
function isPlace(place) {
  return typeof place?.page === "string" && typeof place?.key === "string";
}

/** Merge two progress objects: what was seen or answered in either; where they conflict, the first takes precedence.
 *  @param {Progress} first @param {Progress} second @returns {Progress} */
export function mergeProgress(first, second) {
  const states = { ...second.states, ...first.states };
  for (const [key, state] of Object.entries(states)) {
    // the theme and the view are strings
    if (asObject(state) === state) states[key] = mergeStates(state, asObject(second.states[key]));
  }
  return { ...second, ...first, states, parts: mergeParts(first.parts, second.parts) };
}
