// The end of a way through a case: how each stop went, what to read again, and the other way.

import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { answeredQuestions, asked } from "../questions/round.js";
import { readingItems } from "../questions/summary.js";
import { stopsOnPath } from "./case_stop.js";

/** @typedef {import("./element.js").PatientCase} PatientCase */

/** Add the listeners. @param {PatientCase} element */
export function enhanceCaseEnd(element) {
  find(element, ".end .to-open").addEventListener("click", () => element.goTo(openPosition(element)));
  find(element, ".end .again").addEventListener("click", () => {
    element.change({ path: "", answers: {}, position: 0 });
    element.focusCurrent();
  });
  for (const button of otherWays(element)) {
    button.addEventListener("click", () => element.choosePath(button.value));
  }
}

/** @param {PatientCase} element */
export function renderCaseEnd(element) {
  const { state, stops = [], byId } = element;
  const reached = stopsOnPath(stops, state.path);
  const results = reached.map((stop) => resultOf(element, stop.element, asked(byId, stop.ids, state.answers)));
  find(element, ".stop-results").replaceChildren(...results);
  const items = readingItems(answeredQuestions(element.round, false));
  find(element, ".end .reading ul").replaceChildren(...items);
  find(element, ".end .reading").hidden = !items.length;
  find(element, ".end .to-open").hidden = openPosition(element) < 0;
  for (const ending of findAll(element, ".ending")) ending.hidden = ending.dataset.path !== state.path;
  for (const button of otherWays(element)) button.hidden = button.value === state.path;
}

/** @param {PatientCase} element @param {HTMLElement} stop @param {import("../questions/round.js").Asked[]} questions */
function resultOf({ caseWords }, stop, questions) {
  const right = answeredQuestions(questions, true).length;
  const open = questions.filter(({ answer }) => !answer).length;
  const parts = [fill(caseWords.right_count, { right, total: questions.length })];
  if (open) parts.push(fill(caseWords.open_count, { count: open }));
  const item = document.createElement("li");
  const name = Object.assign(document.createElement("b"), { textContent: find(stop, ".stop-name").textContent });
  item.append(name, `: ${parts.join(". ")}.`);
  return item;
}

/** @param {PatientCase} element */
function openPosition({ state }) {
  return state.drawn.findIndex((id) => !state.answers[id]);
}

/** @param {PatientCase} element @returns {HTMLButtonElement[]} */
function otherWays(element) {
  return findAll(find(element, ".end"), ".other-way");
}
