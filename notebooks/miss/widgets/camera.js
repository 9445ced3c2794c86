// Where a drawing and its lens stand on a stage. Sizes and places on the stage are in pixels, those in the drawing in the
// units of its viewBox.

/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ x: number, y: number, r: number }} Place a circle in the drawing */
/** @typedef {{ scale: number, x: number, y: number }} View pixels for a unit; the point of the drawing at the top left */

const WIDE = 520; // from this width on, the lens stands beside the whole drawing
const LIST = 200; // the width of the list of the parts, with its margins
const LEAST = 96; // the smallest lens that still shows something
const GAP = 16;
const MARGIN = { narrow: { left: 12, top: 14 }, wide: { left: 28, top: 34, bottom: 74 } };

/** @param {Size} stage */
const isWide = (stage) => stage.width >= WIDE;

/** The space on both sides of a stage that is much wider than high. @param {Size} stage */
const spare = (stage) => Math.max(0, (stage.width - stage.height * 1.4) / 2);

/** The largest scale at which all of the drawing is on the stage. @param {Size} stage @param {Size} drawing */
const wholeScale = (stage, drawing) => Math.min(stage.width / drawing.width, stage.height / drawing.height);

/** The view of the whole drawing in the middle of the stage. @param {Size} stage @param {Size} drawing @returns {View} */
export function wholeView(stage, drawing) {
  const scale = wholeScale(stage, drawing);
  return { scale, x: (drawing.width - stage.width / scale) / 2, y: (drawing.height - stage.height / scale) / 2 };
}

/** The view of the whole drawing that leaves room on the left of a wide stage, for the list of the parts.
 *  @param {Size} stage @param {Size} drawing @returns {View} */
export function viewBesideList(stage, drawing) {
  const whole = wholeView(stage, drawing);
  if (!isWide(stage)) return whole;
  const scale = Math.min(whole.scale, (stage.width - LIST) / drawing.width);
  return { scale, x: drawing.width - stage.width / scale, y: (drawing.height - stage.height / scale) / 2 };
}

/** The view that leaves the left to the lens: on a wide stage all of the drawing, on a narrow one what is around a place.
 *  @param {Size} stage @param {Size} drawing @param {Place} [place] @returns {View} */
export function viewBesideLens(stage, drawing, place) {
  const whole = wholeView(stage, drawing);
  if (isWide(stage)) return { ...whole, x: drawing.width - (stage.width - spare(stage)) / whole.scale };
  if (!place) return whole;
  const close = Math.min((1.2 * stage.width) / drawing.width, stage.height / (4 * place.r));
  const scale = Math.max(whole.scale, close);
  const [width, height] = [stage.width / scale, stage.height / scale];
  const y = Math.max(0, Math.min(place.y - height / 2, drawing.height - height));
  return { scale, x: Math.min(place.x - 0.75 * width, drawing.width - width), y };
}

/** The lens on the stage, and the ring around what it shows: top left, or bottom left of what is high in the drawing.
 *  @param {Size} stage @param {View} view @param {Place} place */
export function lensAt(stage, view, place) {
  const wide = isWide(stage);
  const ring = {
    x: (place.x - view.x) * view.scale,
    y: (place.y - view.y) * view.scale,
    r: Math.max(20, place.r * view.scale),
  };
  const left = wide ? MARGIN.wide.left + spare(stage) : MARGIN.narrow.left;
  const high = wide && ring.y < stage.height * 0.45;
  const lensOf = (/** @type {number} */ across) => {
    const top = high ? stage.height - across - MARGIN.wide.bottom : MARGIN[wide ? "wide" : "narrow"].top;
    return { x: left + across / 2, y: top + across / 2, r: across / 2 };
  };
  let size = wide
    ? Math.min(stage.width * 0.42, stage.height * 0.52)
    : Math.min(158, stage.width * 0.4, stage.height * 0.56);
  while (size > LEAST && distance(lensOf(size), ring) < GAP) size -= 4; // it must not cover what it shows
  return { lens: lensOf(size), ring };
}

/** How far two circles are from each other. @param {Place} one @param {Place} other */
const distance = (one, other) => Math.hypot(other.x - one.x, other.y - one.y) - one.r - other.r;

/** The line between two circles, from edge to edge: a path; "" if they touch.
 *  @param {Place} from @param {Place} to */
export function wirePath(from, to) {
  if (distance(from, to) <= 0) return "";
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return `M${from.x + x * from.r} ${from.y + y * from.r}L${to.x - x * to.r} ${to.y - y * to.r}`;
}
