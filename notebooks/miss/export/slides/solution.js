// The solution of a slide that asks: its right answers with their reasons, and what follows from them.

import { createElement } from "../../presenter/dom.js";
import { findAll } from "../../widgets/find.js";

/** Whether a slide asks for an answer. @param {HTMLElement} stage */
export const isAsked = (stage) => stage.querySelector(".answers") !== null;

/** The answers of a slide, in their right order. @param {HTMLElement} stage @returns {HTMLElement[]} */
function answersOf(stage) {
  const place = (/** @type {HTMLElement} */ { dataset }) => Number(dataset.place ?? 0);
  return findAll(stage, ".answers > li").sort((one, other) => place(one) - place(other));
}

/** The right answers with their reasons, and what stands below them; a group each, which is not divided.
 *  @param {HTMLElement} stage @returns {HTMLElement[]} */
export function solutionOf(stage) {
  const right = answersOf(stage).filter(({ dataset }) => dataset.right !== "no");
  const after = findAll(stage, ".model, .acts");
  return [...right.map(rightGroup), ...after.map((element) => createElement("div", "", element.innerHTML))];
}

/** @param {HTMLElement} answer */
function rightGroup(answer) {
  const group = createElement("div", "");
  const said = createElement("p", "answered", answer.querySelector(".answer")?.innerHTML);
  said.append(" ✓");
  group.append(said);
  const [verdict, why] = [".verdict", ".why"].map((part) => answer.querySelector(part)?.innerHTML ?? "");
  if (!answer.dataset.right) group.append(createElement("p", "why", verdict));
  if (why) group.append(createElement("p", "why", why));
  return group;
}

/** All answers, with verdict and reason, as lines for the notes. @param {HTMLElement} stage */
export function reasonsOf(stage) {
  const text = (/** @type {HTMLElement} */ answer, /** @type {string} */ part) =>
    (answer.querySelector(part)?.textContent ?? "").trim().replace(/\s+/g, " ");
  return answersOf(stage)
    .map((answer) => [
      [text(answer, ".answer"), text(answer, ".verdict")].filter(Boolean).join(" – "),
      text(answer, ".why"),
    ])
    .map((lines) => lines.filter(Boolean).join("\n"))
    .join("\n\n");
}
