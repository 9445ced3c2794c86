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
    question.element.addEventListener("change", () => {
      if (!question.answersAtOnce && check.state.answers[question.id]) reopen(check, question);
    });
  }
  find(check, ".try-again").addEventListener("click", () => tryAgain(check));
}

/** Apply an answer, announce its verdict, and lead on to what can be done next.
 *  @param {KnowledgeCheck} check @param {Question} question @param {Pick<import("./asked_list.js").AskedState, "answers" | "results">} changes */
export function tell(check, question, changes) {
  const answer = changes.answers[question.id] ?? [];
  check.change(changes, spokenVerdict(question, answer));
  const next = question.isRight(answer) ? ".result" : ".try-again"; // not seen where another option is chosen instead
  find(question.element, next).focus({ preventScroll: true });
  revealVerdict(question);
}

/** Have the question that is shown answered once more. @param {KnowledgeCheck} check */
function tryAgain(check) {
  if (!check.current) return;
  reopen(check, check.current);
  check.current.focus();
}

/** Clear the answer to a question; what is ticked stays ticked. @param {KnowledgeCheck} check @param {Question} question */
function reopen(check, question) {
  const { chosen } = question;
  const { [question.id]: _, ...answers } = check.state.answers;
  check.change({ answers });
  question.keepChosen(chosen);
}
