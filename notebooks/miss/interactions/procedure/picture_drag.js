import { isSideways } from "../../widgets/sideways.js";

const STEPS_A_WIDTH = 1.5; // how far a drag over the whole picture leads

/**
 * Report how far a picture is dragged sideways, in steps: to the left is forward. Scrolling over it is no drag.
 * @param {HTMLElement} picture with `touch-action: pan-y`: the browser scrolls, and cancels the pointer
 * @param {{ move: (steps: number) => void, end: (steps: number) => void }} callbacks
 */
export function enablePictureDrag(picture, { move, end }) {
  /** @type {{ x: number, y: number } | null} */
  let start = null;
  let dragging = false;
  let steps = 0;

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    start = { x: event.clientX, y: event.clientY };
    [dragging, steps] = [false, 0];
  });
  picture.addEventListener("pointermove", (event) => {
    if (!start) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (!dragging && isSideways(dx, dy)) {
      dragging = true;
      picture.setPointerCapture(event.pointerId); // it may end beside the picture
    }
    if (!dragging) return;
    steps = (-dx / picture.clientWidth) * STEPS_A_WIDTH;
    move(steps);
  });
  const release = () => {
    if (dragging) end(steps);
    [start, dragging] = [null, false];
  };
  for (const type of ["pointerup", "pointercancel"]) picture.addEventListener(type, release);
}
