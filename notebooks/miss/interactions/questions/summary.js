import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { answeredQuestions, unansweredPositions } from "./round.js";

/** @typedef {import("./element.js").KnowledgeCheck} KnowledgeCheck */

/** Add the listeners of what comes after the last question. @param {KnowledgeCheck} check */
export function enhanceSummary(check) {
  find(check, ".retry").addEventListener("click", () => {
    const wrong = answeredQuestions(check.round, false).map((question) => question.id);
    check.startRound(check.state.seed, wrong);
    check.focusCurrent();
  });
  find(check, ".to-open").addEventListener("click", () => check.goTo(unansweredPositions(check.round)[0] ?? 0));
  find(check, ".restart").addEventListener("click", () => check.restart());
  find(check, ".show-score").addEventListener("click", () => showScore(check));
}

/** Render what comes after the last question: the outcome, what to read again, and how to go on.
 *  @param {KnowledgeCheck} check */
export function renderSummary(check) {
  const wrong = answeredQuestions(check.round, false);
  const open = unansweredPositions(check.round).length;
  const items = readingItems(wrong);
  find(check, ".outcome").textContent = outcome(wrong.length, open, check.words);
  find(check, ".reading ul").replaceChildren(...items);
  find(check, ".reading").hidden = items.length === 0;
  find(check, ".to-open").hidden = open === 0;
  find(check, ".retry").hidden = wrong.length === 0;
  find(check, ".score span").textContent = "";
  find(check, ".by-objective").hidden = true;
}

/** Show the score, on demand only. @param {KnowledgeCheck} check */
function showScore(check) {
  const right = answeredQuestions(check.round, true).length;
  const text = fill(check.words.score_text, { right, total: check.round.length });
  find(check, ".score span").textContent = text;
  showByObjective(check);
  check.announce(text);
}

/** Show how many were right of each objective that the round asked about. @param {KnowledgeCheck} check */
function showByObjective(check) {
  find(check, ".by-objective").hidden = false;
  for (const item of check.findAll(".by-objective li")) {
    const round = check.round.filter(({ question }) => question.objective === item.dataset.objective);
    const right = answeredQuestions(round, true).length;
    item.hidden = round.length === 0;
    find(item, "b").textContent = fill(check.words.score_text, { right, total: round.length });
  }
}

/** @param {number} wrong @param {number} open @param {KnowledgeCheck["words"]} words */
function outcome(wrong, open, words) {
  if (open) return fill(words.summary_open, { count: open });
  return wrong ? "" : words.summary_all_right;
}

/** Items of a list of what to read again, each link once. @param {import("./question.js").Question[]} questions */
export function readingItems(questions) {
  /** @type {HTMLAnchorElement[]} */
  const links = questions.map((question) => find(question.element, ".read a"));
  const unique = new Map(links.map((link) => [link.href, link]));
  return [...unique.values()].map((link) => {
    const item = document.createElement("li");
    item.append(link.cloneNode(true));
    return item;
  });
}
