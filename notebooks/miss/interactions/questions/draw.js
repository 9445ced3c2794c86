// The draw of a round: the same here and, by draw.py, in Python.

import { shuffled } from "../../widgets/shuffle.js";

/** @typedef {import("./question.js").Question} Question */

const RED_FLAGS = 2; // questions on what must not wait, in each round

/** The ids of a round: two questions with a red flag, then objectives in turn, in a shuffled order.
 *  @param {Question[]} questions @param {number} count @param {number} seed */
export function drawRound(questions, count, seed) {
  const order = shuffled(questions, seed);
  const drawn = new Set(order.filter((question) => question.redFlag).slice(0, Math.min(RED_FLAGS, count)));
  while (drawn.size < Math.min(count, order.length)) drawn.add(leastAsked(order, drawn));
  return order.filter((question) => drawn.has(question)).map((question) => question.id);
}

/** The first question that is not drawn of the objective that is drawn least. @param {Question[]} order @param {Set<Question>} drawn */
function leastAsked(order, drawn) {
  const asked = (/** @type {Question} */ { objective }) =>
    [...drawn].filter((question) => question.objective === objective).length;
  const left = order.filter((question) => !drawn.has(question));
  return left.reduce((least, question) => (asked(question) < asked(least) ? question : least));
}
