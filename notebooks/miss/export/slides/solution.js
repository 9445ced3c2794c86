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
  return [...right.map((answer) => rightGroup(stage, answer)), ...after.map(groupOf)];
}

/** @param {HTMLElement} element */
function groupOf(element) {
  return createElement("div", "", element.matches("p") ? `<p>${element.innerHTML}</p>` : element.innerHTML);
}

/** The reason of an answer, which one press shows with it; where the press tells several answers, it is of the right one.
 *  @param {HTMLElement} stage @param {HTMLElement} answer */
function whyOf(stage, answer) {
  const { build, lights = build, right } = answer.dataset;
  const told = findAll(stage, `.answers > [data-lights="${lights}"]`);
  if (right === "no" && told.length > 1) return "";
  const why = stage.querySelector(`.reasons > .why[data-only="${lights}"]`)?.cloneNode(true);
  if (!(why instanceof HTMLElement)) return "";
  const letter = why.querySelector(":scope > b");
  if (letter?.textContent === `${answer.querySelector(".letter")?.textContent}.`) letter.remove();
  return why.innerHTML.trim();
}

/** @param {HTMLElement} stage @param {HTMLElement} answer */
function rightGroup(stage, answer) {
  const group = createElement("div", "");
  const said = createElement("p", "answered", answer.querySelector(".answer")?.innerHTML);
  said.append(" ✓");
  group.append(said);
  const why = whyOf(stage, answer);
  if (why) group.append(createElement("p", "why", why));
  return group;
}

/** @param {Element | null} element */
const textOf = (element) => (element?.textContent ?? "").trim().replace(/\s+/g, " ");

/** All answers, with verdict and reason, as lines for the notes. @param {HTMLElement} stage */
export function reasonsOf(stage) {
  const text = (/** @type {HTMLElement} */ answer, /** @type {string} */ part) => textOf(answer.querySelector(part));
  return answersOf(stage)
    .map((answer) => [
      [text(answer, ".answer"), text(answer, ".verdict")].filter(Boolean).join(" – "),
      textOf(createElement("p", "", whyOf(stage, answer))),
    ])
    .map((lines) => lines.filter(Boolean).join("\n"))
    .join("\n\n");
}
