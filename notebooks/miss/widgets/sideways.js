const THRESHOLD_PX = 12; // less may be the start of a scroll

/** Whether a movement of a pointer goes sideways, and is no scroll. @param {number} dx @param {number} dy in pixels */
export function isSideways(dx, dy) {
  return Math.abs(dx) >= THRESHOLD_PX && Math.abs(dx) > Math.abs(dy);
}
