import { find } from "../../widgets/find.js";

/** Show the buttons that lead to other questions in the bar of the current one; the list puts them elsewhere without one.
 *  @param {HTMLElement} check @param {import("./question.js").Question | undefined} current
 *  @param {{ hasPrevious: boolean, nextLabel: string }} ways `nextLabel` is "" if no question comes next */
export function renderControls(check, current, { hasPrevious, nextLabel }) {
  const controls = find(check, ".turn-questions");
  const next = find(controls, ".next");
  const tryAgain = check.querySelector(".try-again");
  if (current && tryAgain) find(current.element, ".bar").append(tryAgain);
  if (current) find(current.element, ".bar").append(controls);
  find(controls, ".previous").hidden = !hasPrevious;
  next.hidden = !current || !nextLabel;
  controls.hidden = !hasPrevious && !nextLabel;
  next.ariaLabel = nextLabel;
  find(next, "span").textContent = nextLabel;
}
