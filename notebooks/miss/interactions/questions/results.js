// What became of each question: right at the `first` try, right `later`, or `wrong` so far. Kept over all rounds.

import { asObject } from "../../widgets/objects.js";

/** @typedef {"first" | "later" | "wrong"} Result */
/** @typedef {Record<string, Result>} Results */

/** Add what became of a question. @param {Results} results @param {string} id @param {boolean} right @returns {Results} */
export function addResult(results, id, right) {
  const before = results[id];
  if (!before) return { ...results, [id]: right ? "first" : "wrong" };
  return before === "wrong" && right ? { ...results, [id]: "later" } : results;
}

/** Return the valid ones of stored results, with those of the answers of a round that has none yet.
 *  @param {unknown} stored @param {string[]} ids those of all questions @param {import("./round.js").Asked[]} round */
export function validResults(stored, ids, round) {
  const known = Object.entries(asObject(stored)).filter(
    ([id, result]) => ids.includes(id) && ["first", "later", "wrong"].includes(result),
  );
  /** @type {Results} */
  let results = Object.fromEntries(known);
  for (const { question, answer } of round) {
    if (answer && !results[question.id]) results = addResult(results, question.id, question.isRight(answer));
  }
  return results;
}
