// A round of questions, as the knowledge check asks it.

/**
 * A question of a round, with its answer, if any.
 * @typedef {{ question: import("./question.js").Question, answer: string[] | null }} Asked
 */

/** @typedef {import("./question.js").Question} Question */

/** The questions with these ids, each with its answer, if any.
 *  @param {Map<string, Question>} byId @param {string[]} ids @param {Record<string, string[]>} answers @returns {Asked[]} */
export function asked(byId, ids, answers) {
  return ids.flatMap((id) => {
    const question = byId.get(id);
    return question ? [{ question, answer: answers[id] ?? null }] : [];
  });
}

/** The valid ones of some answers. @param {Map<string, Question>} byId @param {string[]} ids
 *  @param {Record<string, unknown>} answers */
export function validAnswers(byId, ids, answers) {
  /** @type {Record<string, string[]>} */
  const valid = {};
  for (const id of ids) {
    const answer = byId.get(id)?.normalizeAnswer(answers[id]);
    if (answer) valid[id] = answer;
  }
  return valid;
}

/** The positions of the questions without an answer. @param {Asked[]} round */
export function unansweredPositions(round) {
  return round.flatMap(({ answer }, index) => (answer ? [] : [index]));
}

/** The questions whose answers are right, or those whose answers are not.
 *  @param {Asked[]} round @param {boolean} right */
export function answeredQuestions(round, right) {
  return round.flatMap(({ question, answer }) => (answer && question.isRight(answer) === right ? [question] : []));
}

/** How much of a round is done. @param {Asked[]} round */
export function roundProgress(round) {
  const each = round.map(({ question, answer }) => question.progressOf(answer));
  return {
    done: each.reduce((sum, { done }) => sum + done, 0),
    total: each.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The seed and the length that a permalink gives: "7-12". @param {string} value */
export function parseRound(value) {
  const [, seed, count] = /^(\d{1,4})-(\d{1,3})$/.exec(value) ?? [];
  return seed ? { seed: Number(seed), count: Number(count) } : null;
}
