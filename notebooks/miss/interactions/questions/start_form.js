// The form that begins a round: how many questions, and for trainers which ones.

import { find } from "../../widgets/find.js";

const MAX_SEED = 9999; // its field has four digits

/** @typedef {import("./element.js").KnowledgeCheck} KnowledgeCheck */

/** Add the listener of the form's button. @param {KnowledgeCheck} check */
export function enhanceForm(check) {
  /** @type {HTMLFormElement} */
  const form = find(check, "form.start");
  offerSeed(check, 1 + Math.floor(Math.random() * MAX_SEED)); // not everybody gets the same questions
  form.addEventListener("input", ({ target }) => {
    if (target === chosenSeed(check)) seedInput(check).value = chosenSeed(check)?.value ?? "";
  });
  // not on submit, which a sandboxed frame may block; Enter in a field clicks this button, too
  find(form, "[type=submit]").addEventListener("click", (event) => {
    event.preventDefault();
    const { value: count } = countSelect(check);
    if (form.reportValidity()) check.start(Number(count), offeredSeed(check));
  });
}

/** Offer a round with another seed, in the form, which gets the focus. @param {KnowledgeCheck} check @param {number} seed */
export function offerRound(check, seed) {
  offerSeed(check, seed);
  countSelect(check).focus();
}

/** @param {KnowledgeCheck} check @param {number} seed */
function offerSeed(check, seed) {
  for (const input of [seedInput(check), chosenSeed(check)]) if (input) input.value = String(seed);
}

/** The seed of the round that the form offers. @param {KnowledgeCheck} check */
export function offeredSeed(check) {
  return Number(seedInput(check).value) || 1;
}

/** Whether the form offers a second try. @param {KnowledgeCheck} check */
export function offersTwoTries(check) {
  return check.querySelector("form.start [name=tries]:checked") !== null;
}

/** @param {KnowledgeCheck} check @returns {HTMLSelectElement} */
const countSelect = (check) => find(check, "form.start [name=count]");
/** @param {KnowledgeCheck} check @returns {HTMLInputElement} */
const seedInput = (check) => find(check, "form.start [name=seed]");
/** The field for it, which students' pages lack. @param {KnowledgeCheck} check @returns {HTMLInputElement | null} */
const chosenSeed = (check) => check.querySelector("form.start [name=chosen]");
