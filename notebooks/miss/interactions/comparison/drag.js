import { isSideways } from "../../widgets/sideways.js";

/**
 * Report where a pointer drags a handle over a picture: from the handle at once, from elsewhere after some pixels
 * sideways, so that scrolling over the picture moves nothing.
 * @param {HTMLElement} picture
 * @param {HTMLElement} handle within the picture
 * @param {{ position: () => number, move: (percent: number) => void, end: () => void }} callbacks all positions are in
 *   percent of the picture's width
 */
export function enableDrag(picture, handle, { position, move, end }) {
  /** @type {{ x: number, y: number, onHandle: boolean, offset: number } | null} */
  let start = null;
  let dragging = false;

  /** @param {PointerEvent} event */
  function follow(event) {
    if (!start) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    dragging ||= start.onHandle ? dx !== 0 : isSideways(dx, dy);
    if (dragging) move(percentAt(picture, event.clientX + start.offset));
  }

  function stop() {
    if (dragging) end();
    [start, dragging] = [null, false];
  }

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    picture.setPointerCapture(event.pointerId); // at once: the first movement may leave the picture
    const onHandle = event.target === handle;
    const { left, width } = picture.getBoundingClientRect();
    // The handle is dragged from where it was taken hold of; at the picture's edge it stands beside its position.
    const offset = onHandle ? left + (width * position()) / 100 - event.clientX : 0;
    start = { x: event.clientX, y: event.clientY, onHandle, offset };
  });
  picture.addEventListener("pointermove", follow);
  for (const type of ["pointerup", "pointercancel"]) picture.addEventListener(type, stop);
}

/** @param {HTMLElement} picture @param {number} x in pixels of the viewport @returns {number} 0 to 100 */
function percentAt(picture, x) {
  const { left, width } = picture.getBoundingClientRect();
  return Math.round(Math.min(Math.max((100 * (x - left)) / width, 0), 100));
}
