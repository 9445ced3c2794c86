// The check of a page: its questions are answered at once where that is possible, and tried again if need be.

import { find } from "../../widgets/find.js";
import { answerAtOnce } from "./answer_at_once.js";
import { spokenVerdict } from "./reasons.js";
import { revealVerdict } from "./reveal.js";

/** @typedef {import("./element.js").KnowledgeCheck} KnowledgeCheck */
/** @typedef {import("./question.js").Question} Question */

/** Add the listeners. @param {KnowledgeCheck} check */
export function enhanceGiven(check) {
  for (const question of check.questions ?? []) {
    question.triesAgain = true;
    question.complete = () => check.answer(question);
    answerAtOnce(question);
  }
  find(check, ".try-again").addEventListener("click", () => tryAgain(check));
}

/** Apply an answer, announce its verdict, and lead on to what can be done next.
 *  @param {KnowledgeCheck} check @param {Question} question @param {Pick<import("./asked_list.js").State, "answers" | "results">} changes */
export function tell(check, question, changes) {
  const answer = changes.answers[question.id] ?? [];
  check.change(changes, spokenVerdict(question, answer));
  const next = question.isRight(answer) ? ".result" : ".try-again"; // not seen where another option is chosen instead
  find(question.element, next).focus({ preventScroll: true });
  revealVerdict(question);
}

/** Clear the answer to the question that is shown. @param {KnowledgeCheck} check */
function tryAgain(check) {
  const { current, state } = check;
  if (!current) return;
  const { [current.id]: _, ...answers } = state.answers;
  check.change({ answers });
  current.focus();
}
