import { find } from "../../widgets/find.js";

export const GAP_AT_PLACE = 12; // above the bar at its place
// Above the docked bar: less than what is between two options, so that nothing of the next one is seen.
const GAP_WHEN_DOCKED = 6;

/** Scroll until the answer and its verdict are in sight. The bar with the verdict stands at its place below the options, if
 *  there is room for both; else it is docked at the lower edge of the window, and begins where an option ends.
 *  @param {import("./question.js").Question} question */
export function revealVerdict(question) {
  const { element, inSight } = question;
  const [chosen] = inSight;
  if (!chosen) return;
  const height = find(element, ".bar").offsetHeight;
  const last = lastWithin(inSight, windowRoom() - height - GAP_AT_PLACE);
  const docked = last !== inSight.at(-1);
  element.style.setProperty(
    "--verdict",
    docked ? `calc(${height + GAP_WHEN_DOCKED}px - 1rem)` : `${height + GAP_AT_PLACE}px`,
  );
  last?.scrollIntoView({ block: docked ? "end" : "nearest" });
  chosen.scrollIntoView({ block: last ? "nearest" : "start" });
}

/** The last of some options that is in sight together with the first. @param {HTMLElement[]} options @param {number} room */
function lastWithin(options, room) {
  const top = options[0]?.getBoundingClientRect().top ?? 0;
  return options.findLast((option) => option.getBoundingClientRect().bottom - top <= room);
}

/** The height of the window between what is fixed at its edges. */
function windowRoom() {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return innerHeight - (Number.parseFloat(scrollPaddingTop) || 0) - (Number.parseFloat(scrollPaddingBottom) || 0);
}
