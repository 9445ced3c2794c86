import { isSideways } from "../../widgets/sideways.js";

/**
 * Report a swipe over a picture. Scrolling over it is no swipe.
 * @param {HTMLElement} picture with `touch-action: pan-y`: the browser scrolls, and cancels the pointer
 * @param {(forward: boolean) => void} swiped
 */
export function enableSwipe(picture, swiped) {
  /** @type {{ x: number, y: number } | null} */
  let start = null;
  let sideways = false;

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    start = { x: event.clientX, y: event.clientY };
    sideways = false;
  });
  picture.addEventListener("pointermove", (event) => {
    if (!start || sideways) return;
    sideways = isSideways(event.clientX - start.x, event.clientY - start.y);
    if (sideways) picture.setPointerCapture(event.pointerId); // it may end beside the picture
  });
  picture.addEventListener("pointerup", (event) => {
    if (start && sideways) swiped(event.clientX < start.x);
    start = null;
  });
  picture.addEventListener("pointercancel", () => {
    start = null;
  });
}
