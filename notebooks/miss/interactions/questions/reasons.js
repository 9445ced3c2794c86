// The reasons of a check that can be tried again: those of the answer beside the verdict; once it is right, all others
// one tap away.

import { find, idOf } from "../../widgets/find.js";

/** @typedef {import("./question.js").Question} Question */

/** Show the reasons of an answer; none, if there is no answer. @param {Question} question @param {string[] | null} answer */
export function renderReasons(question, answer) {
  const right = answer !== null && question.isRight(answer);
  const shown = answer ? explained(question, answer) : [];
  const others = differing(
    question,
    question.shown.filter((option) => !shown.includes(option)),
  );
  const fold = find(question.element, ".reasons");
  fold.hidden = !right;
  fold.removeAttribute("open");
  find(fold, "summary").textContent = shown.length ? question.words.why_others : question.words.reasons;
  find(fold, ".folded").replaceChildren(...(right ? others : []).map((option) => reason("li", question, option, true)));
  const named = (answer ?? []).length > 1;
  find(question.element, ".reason").replaceChildren(...shown.map((option) => reason("p", question, option, named)));
}

/** One option for each reason: if one of those that share it is right, that one.
 *  @param {Question} question @param {HTMLElement[]} options */
function differing(question, options) {
  const rightLast = [...options].sort((one, other) => Number(isRightOption(one)) - Number(isRightOption(other)));
  const kept = new Map(rightLast.map((option) => [question.reasonOf(option), option]));
  return options.filter((option) => kept.get(question.reasonOf(option)) === option);
}

/** @param {HTMLElement} option */
const isRightOption = (option) => option.dataset.right === "yes";

/** Say what an answer is, and why. @param {Question} question @param {string[]} answer */
export function spokenVerdict(question, answer) {
  const reasons = explained(question, answer).map((option) => question.reasonOf(option));
  return [`${question.verdict(answer)}.`, ...reasons].join(" ");
}

/** The options whose reasons stand beside the verdict: what was wrong, or the one that was right.
 *  @param {Question} question @param {string[]} answer */
function explained(question, answer) {
  if (!question.isRight(answer)) return question.mistakes(answer);
  return answer.length === 1 ? question.options.filter((option) => answer.includes(idOf(option))) : [];
}

/** @param {"li" | "p"} tag @param {Question} question @param {HTMLElement} option @param {boolean} named */
function reason(tag, question, option, named) {
  const element = document.createElement(tag);
  if (named) element.append(Object.assign(document.createElement("b"), { textContent: question.textOf(option) }), " ");
  element.append(question.reasonOf(option));
  return element;
}
