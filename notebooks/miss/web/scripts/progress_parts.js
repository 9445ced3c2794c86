// What is done of each part of the course, such as of an interaction: `{ done, total }` by the part's key.

import { asObject, wholeNumber } from "../../widgets/objects.js";

/** @typedef {{ done: number, total: number }} Progress */
/** @typedef {Record<string, Progress>} Parts */

/** @param {Progress} progress */
const share = ({ done, total }) => (total ? done / total : 0);

/** The one of two that is further; of two that are equally far, the first. @param {Progress} first @param {Progress} second */
const further = (first, second) => (share(first) >= share(second) ? first : second);

/** Return valid parts only. @param {unknown} stored @returns {Parts} */
export function normalizeParts(stored) {
  const entries = Object.entries(asObject(stored)).map(([key, part]) => {
    const total = wholeNumber(asObject(part).total, 0, Number.MAX_SAFE_INTEGER, 0);
    return [key, { done: wholeNumber(asObject(part).done, 0, Number.MAX_SAFE_INTEGER, 0), total }];
  });
  return Object.fromEntries(entries);
}

/** Merge parts: of each, the furthest that was reached, so that what was done once stays done.
 *  @param {Parts} first @param {Parts} second @returns {Parts} */
export function mergeParts(first, second) {
  const merged = { ...second, ...first };
  for (const [key, part] of Object.entries(first)) if (second[key]) merged[key] = further(part, second[key]);
  return merged;
}
