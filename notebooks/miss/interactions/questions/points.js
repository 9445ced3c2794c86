// The points of an answer, and how they come about, in words.

import { fill } from "../../widgets/fill.js";
import { idOf } from "../../widgets/find.js";
import { pointsOf, scoreOf, tally } from "./scoring.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./scoring.js").ScoredGroup & { name: string }} NamedGroup */

/** The options that are scored together: those with the same `data-group`. @param {HTMLElement[]} options @returns {NamedGroup[]} */
export function groupsOf(options) {
  const names = [...new Set(options.map((option) => option.dataset.group ?? ""))];
  return names.map((name) => {
    const own = options.filter((option) => (option.dataset.group ?? "") === name);
    const ids = (/** @type {string} */ right) => own.filter((each) => each.dataset.right === right).map(idOf);
    return { name, right: ids("yes"), wrong: ids("no") };
  });
}

/** The points of an answer in words, and how they come about: "1 of 3 points", "2 right − 1 wrong = 1". None, if the
 *  question has no points, or is tried again until it is right.
 *  @param {Question} question @param {string[]} answer */
export function pointsInWords({ rule, groups, words, triesAgain }, answer) {
  if (!rule || triesAgain) return [];
  const total = fill(words.points, scoreOf(rule, groups, answer));
  if (rule !== "right_minus_wrong") return [total];
  return [total, ...groups.map((group) => tallyInWords(words, group, tally(group, answer)))];
}

/** @param {Question["words"]} words @param {NamedGroup} group @param {{ right: number, wrong: number }} counted */
function tallyInWords(words, { name }, counted) {
  const points = pointsOf("right_minus_wrong", counted);
  const text = fill(counted.wrong > counted.right ? words.tally_floor : words.tally, { ...counted, points });
  return name ? fill(words.tally_group, { name, tally: text }) : text;
}
