import { find } from "../../widgets/find.js";

/** Show the buttons that lead to other questions in the bar of the current one, or after the last one in their own place.
 *  @param {HTMLElement} check @param {import("./question.js").Question | undefined} current
 *  @param {boolean} hasPrevious @param {string} nextLabel "" if no question comes next */
export function renderControls(check, current, hasPrevious, nextLabel) {
  const controls = find(check, ".controls");
  const next = find(controls, ".next");
  const tryAgain = check.querySelector(".try-again");
  if (current && tryAgain) find(current.element, ".bar").append(tryAgain);
  if (current) find(current.element, ".bar").append(controls);
  else find(check, ".items").after(controls);
  find(controls, ".previous").hidden = !hasPrevious;
  next.hidden = !current || !nextLabel;
  controls.hidden = !hasPrevious && !nextLabel;
  next.ariaLabel = nextLabel;
  find(next, "span").textContent = nextLabel;
}
