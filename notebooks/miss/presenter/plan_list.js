// The plan of the session in the notes window: its items with their minutes; each leads to its first slide.

import { createButton, createElement } from "./dom.js";
import { presentation } from "./presentation.js";

/** The items of a session's plan. @param {number} minutes @returns {PlanStep[]} */
const planOf = (minutes) => DATA.plans[minutes] ?? [];

/** The item of the plan that a slide belongs to; none, if it is the course's. @param {PlannedSlide | undefined} planned */
export const stepOf = (planned) => planOf(presentation.state.minutes)[planned?.step ?? -1];

/** Render the plan, and mark where the presentation is. @param {HTMLElement} list */
export function renderPlan(list) {
  const { state, planned } = presentation;
  if (list.dataset.minutes !== String(state.minutes)) list.replaceChildren(...planOf(state.minutes).map(stepRow));
  list.dataset.minutes = String(state.minutes);
  for (const [index, row] of [...list.children].entries()) {
    const isNow = index === planned.step;
    if (isNow && !row.hasAttribute("aria-current")) row.scrollIntoView({ block: "nearest" });
    row.toggleAttribute("aria-current", isNow);
  }
}

/** @param {PlanStep} step @param {number} index */
function stepRow(step, index) {
  const row = createElement("li", "");
  const at = presentation.deck.findIndex((planned) => planned.step === index);
  const name = at < 0 ? createElement("span", "") : createButton(step.title, () => presentation.goTo(at));
  name.textContent = step.title;
  const [start, minutes] = [createElement("span", "start"), createElement("span", "minutes")];
  start.textContent = String(step.start);
  minutes.textContent = String(step.minutes);
  row.append(start, name, minutes);
  return row;
}
