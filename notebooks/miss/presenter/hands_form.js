// Hands in the notes window: a number for each answer of a question, which can be typed or counted up and down.

import { find, findAll } from "../widgets/find.js";
import { createButton, createElement, interfaceText } from "./dom.js";
import { handCount, presentation } from "./presentation.js";

const LETTERS = "ABCDEFGH";

/** Render the hands of a slide's question, if it has answers to vote on. @param {HTMLElement} form @param {string} id */
export function renderHands(form, id) {
  const { item, choices = 0 } = DATA.slides[id] ?? {};
  if (!item || !choices) return;
  if (!form.children.length) form.append(...rows(item, choices));
  /** @type {HTMLInputElement[]} */
  const fields = findAll(form, "input");
  const hands = fields.map((_, index) => presentation.handsOf(item, index));
  for (const [index, field] of fields.entries()) {
    if (field !== document.activeElement || handCount(Number(field.value)) !== hands[index])
      field.value = String(hands[index]);
  }
  const total = hands.reduce((sum, number) => sum + number, 0);
  find(form, ".total").textContent = interfaceText("hands_total", { count: total });
}

/** @param {string} item @param {number} choices */
function rows(item, choices) {
  const title = createElement("h3", "");
  title.textContent = interfaceText("hands");
  const list = createElement("ul", "");
  list.append(...Array.from({ length: choices }, (_, index) => handsRow(item, index)));
  const hint = createElement("p", "hint");
  hint.textContent = interfaceText("hands_keys");
  return [title, list, createElement("p", "total"), hint];
}

/** @param {string} item @param {number} index */
function handsRow(item, index) {
  const letter = LETTERS[index] ?? "";
  const row = createElement("li", "");
  const name = createElement("b", "letter");
  name.textContent = letter;
  const field = Object.assign(/** @type {HTMLInputElement} */ (createElement("input", "")), {
    type: "number",
    min: "0",
  });
  field.inputMode = "numeric";
  field.setAttribute("aria-label", interfaceText("hands_for", { letter }));
  field.addEventListener("input", () => presentation.countHands(item, index, handCount(Number(field.value))));
  const fewer = createButton("−", () => presentation.addHands(item, index, -1));
  fewer.setAttribute("aria-label", interfaceText("fewer", { letter }));
  const more = createButton("+", () => presentation.addHands(item, index, 1));
  more.setAttribute("aria-label", interfaceText("more", { letter }));
  row.append(name, fewer, field, more);
  return row;
}
