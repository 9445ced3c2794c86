// The points of an answer: the counterpart of schema/scoring.py, which says where the rules come from.

/**
 * The ids of choices that are scored together, such as a column of a matrix.
 * @typedef {{ right: string[], wrong: string[] }} ScoredGroup
 * @typedef {"each_right" | "right_minus_wrong" | "all_or_nothing"} ScoringRule
 * @typedef {{ points: number, maximum: number }} Score
 */

/** The score of the choices with these ids.
 *  @param {ScoringRule} rule @param {ScoredGroup[]} groups @param {string[]} chosen @returns {Score} */
export function scoreOf(rule, groups, chosen) {
  if (rule === "all_or_nothing") {
    const right = groups.flatMap((group) => group.right);
    return {
      points: right.length === new Set(chosen).size && right.every((id) => chosen.includes(id)) ? 1 : 0,
      maximum: 1,
    };
  }
  const points = groups.map((group) => pointsOf(rule, tally(group, chosen)));
  return { points: totalOf(points), maximum: totalOf(groups.map((group) => group.right.length)) };
}

/** How many of a group's right and wrong choices are chosen. @param {ScoredGroup} group @param {string[]} chosen */
export function tally(group, chosen) {
  const count = (/** @type {string[]} */ ids) => ids.filter((id) => chosen.includes(id)).length;
  return { right: count(group.right), wrong: count(group.wrong) };
}

/** @param {ScoringRule} rule @param {{ right: number, wrong: number }} counted */
export function pointsOf(rule, { right, wrong }) {
  return rule === "right_minus_wrong" ? Math.max(0, right - wrong) : right;
}

/** @param {number[]} numbers */
const totalOf = (numbers) => numbers.reduce((total, number) => total + number, 0);
