// What a reader passes at a question of a case: the story, if it is the first one of its stop, and the question.

import { find } from "../../widgets/find.js";

/** @param {import("./element.js").PatientCase} element @returns {HTMLElement[]} */
export function landmarksOf({ current, currentStop }) {
  if (!current || !currentStop) return [];
  const question = find(current.element, "legend");
  return current.id === currentStop.ids[0] ? [find(currentStop.element, ".asking"), question] : [question];
}

/** Whether an element is in the lower half of the window, or below it, and can be scrolled up. @param {HTMLElement} element */
export function isBelowMiddle(element) {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  const canScroll = scrollTop + clientHeight < scrollHeight - 2;
  return canScroll && element.getBoundingClientRect().top > clientHeight / 2;
}
