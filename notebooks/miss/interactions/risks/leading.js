// Where Next leads: into sight, and for a reader with keys with the focus, too.

let lastInputWasKey = false;

/** @param {Event} event */
function noteInput({ type }) {
  lastInputWasKey = type === "keydown";
}

addEventListener("keydown", noteInput, { capture: true, passive: true });
addEventListener("pointerdown", noteInput, { capture: true, passive: true });

/** Whether a reader with keys has the focus in an element, or on the bar of the page. @param {Element} element */
export function ledByKeys(element) {
  const focused = document.activeElement;
  return lastInputWasKey && Boolean(element.contains(focused) || focused?.closest(".moment-bar"));
}

/** Whether the window shows all from the top of one element to the bottom of another, between header and bar.
 *  @param {Element} first @param {Element} last */
export function showsFromTo(first, last) {
  const style = getComputedStyle(first);
  const [header, bar] = ["--header", "--bar"].map((name) => Number.parseFloat(style.getPropertyValue(name)) || 0);
  const { top } = first.getBoundingClientRect();
  return top >= (header ?? 0) && last.getBoundingClientRect().bottom <= innerHeight - (bar ?? 0);
}
