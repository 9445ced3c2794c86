// When questions come back: 5, 14 and 35 days after they were answered, each time they are still right by then; what is
// wrong goes back to 5. A first recall after five days beat one after a day (PMC6842879), and spaced recall beat massed recall
// in 43 of 63 studies (PMC11078833).

import { asObject } from "../../widgets/objects.js";

/** The day on which a question comes back, as in "2026-12-02", or "" for never; and the days that it has waited then.
 *  @typedef {[day: string, wait: number]} Return */
/** @typedef {Record<string, Return>} Returns by the id of the question */

const FIRST_WAIT = 5;
export const WAITS = [FIRST_WAIT, 14, 35]; // days
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_LENGTH = 86_400_000; // milliseconds

/** When a question comes back after an answer. What is answered before its day stays due on that day, unless it is wrong.
 *  @param {Return | undefined} before @param {boolean} right @param {string} today @returns {Return} */
export function nextReturn(before, right, today) {
  if (!before || !right) return [addDays(today, FIRST_WAIT), FIRST_WAIT];
  if (!isDue(before, today)) return before;
  const [, wait] = before;
  const next = WAITS[WAITS.indexOf(wait) + 1];
  return next ? [addDays(today, next), next] : ["", wait];
}

/** @param {Return} returning @param {string} today */
export const isDue = ([day], today) => day !== "" && day <= today;

/** @param {string} day @param {number} days */
export function addDays(day, days) {
  return new Date(Date.parse(day) + days * DAY_LENGTH).toISOString().slice(0, 10);
}

/** The day of a moment where the reader is. @param {Date} moment */
export function localDay(moment) {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** The valid ones of stored returns. @param {unknown} stored @returns {Returns} */
export function validReturns(stored) {
  const valid = Object.entries(asObject(stored)).filter(
    ([, value]) => Array.isArray(value) && (value[0] === "" || DAY.test(value[0])) && WAITS.includes(value[1]),
  );
  return Object.fromEntries(valid);
}

/** The returns after some answers. @param {Returns} returns
 *  @param {Record<string, boolean>} answered whether each new answer is right, by the id of the question
 *  @param {string} today @returns {Returns} */
export function returnsAfter(returns, answered, today) {
  const changed = Object.entries(answered).map(([id, right]) => [id, nextReturn(returns[id], right, today)]);
  return { ...returns, ...Object.fromEntries(changed) };
}
