// Where a drawing and its lenses stand on a stage. Sizes and places on the stage are in pixels, those in the drawing in the
// units of its viewBox.

/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ x: number, y: number, r: number }} Place a circle in the drawing */
/** @typedef {{ scale: number, x: number, y: number }} View pixels for a unit; the point of the drawing at the top left */

const WIDE = 520; // from this width on, the lenses stand one below the other, beside the whole drawing
const LIST = { laptop: 200, projector: 320 }; // the width of the list of the parts, with its margins, unless text is large
const LIST_EM = 11; // that of its longest word, in large text
const LIST_SHARE = 0.45; // of a stage, at most
const PROJECTOR = 860; // from this width of the stage on, it is read from afar
const LEAST = 96; // the smallest lens that still shows something
const GAP = 16;
const TAG = 44; // the height that the tag below a lens takes, without what it covers of the lens
const NARROW = { left: 8, top: 10, between: 10, beside: 84, below: 84 }; // beside: the drawing, below: its switches
const ROOMY = { left: 28, top: 24 };

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

/** The width that a stage has for the list of the parts, on its left; 0 on a narrow one.
 *  @param {Size} stage @param {number} em the size of text */
export function listWidth(stage, em) {
  if (!isWide(stage)) return 0;
  const least = stage.width < PROJECTOR ? LIST.laptop : LIST.projector;
  return Math.max(least, Math.min(em * LIST_EM, stage.width * LIST_SHARE));
}

/** What of a drawing a stage shows beside what takes a width on its left, in the units of the drawing.
 *  @param {Size} stage @param {View} view @param {number} taken */
export function boundsOf(stage, { scale, x, y }, taken) {
  return { left: x + taken / scale, right: x + stage.width / scale, top: y, bottom: y + stage.height / scale };
}

/** The view of the whole drawing in the middle of what the list of the parts leaves of a stage.
 *  @param {Size} stage @param {Size} drawing @param {number} list its width @returns {View} */
export function viewBesideList(stage, drawing, list) {
  const { scale, x, y } = wholeView({ ...stage, width: stage.width - list }, drawing);
  return { scale, x: x - list / scale, y };
}

/** The view of the whole drawing that leaves the left to the lenses; on a narrow stage, what is around a place is seen.
 *  @param {Size} stage @param {Size} drawing @param {Place} [place] @returns {View} */
export function viewBesideLens(stage, drawing, place) {
  const whole = wholeView(stage, drawing);
  if (isWide(stage)) return { ...whole, x: drawing.width - (stage.width - spare(stage)) / whole.scale };
  return place ? { ...whole, x: place.x - (stage.width - NARROW.beside / 2) / whole.scale } : whole;
}

/** The lenses on the stage, and the ring around what they show: on a wide stage one below the other, else in a row.
 *  @param {Size} stage @param {View} view @param {Place} place @param {number} count how many lenses */
export function lensesAt(stage, view, place, count) {
  const ring = {
    x: (place.x - view.x) * view.scale,
    y: (place.y - view.y) * view.scale,
    r: Math.max(20, place.r * view.scale),
  };
  if (!isWide(stage)) return { lenses: row(rowSize(stage, count), count), ring };
  let size = Math.min(stage.width * 0.42, (stage.height - ROOMY.top) / count - TAG);
  const covers = () => column(stage, size, count).some((lens) => distance(lens, ring) < GAP);
  while (size > LEAST && covers()) size -= 4; // no lens covers what it shows
  return { lenses: column(stage, size, count), ring };
}

/** @param {Size} stage @param {number} count */
const rowSize = (stage, count) =>
  Math.min(
    (stage.width - NARROW.left - NARROW.beside) / count - NARROW.between,
    stage.height - NARROW.top - NARROW.below,
  );

/** @param {number} size @param {number} count @returns {Place[]} */
function row(size, count) {
  const at = (/** @type {number} */ index) => NARROW.left + index * (size + NARROW.between) + size / 2;
  return Array.from({ length: count }, (_, index) => ({ x: at(index), y: NARROW.top + size / 2, r: size / 2 }));
}

/** @param {Size} stage @param {number} size @param {number} count @returns {Place[]} */
function column(stage, size, count) {
  const [x, r] = [ROOMY.left + spare(stage) + size / 2, size / 2];
  return Array.from({ length: count }, (_, index) => ({ x, y: ROOMY.top + index * (size + TAG) + r, r }));
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
