// Which part of a drawing a finger means: it is broader than a mouse pointer, and some parts are small.

import { find } from "./find.js";

/** @typedef {{ x: number, y: number }} Point in the window */

const FINGER = 22; // pixels around a touch: a target of 44 px
const AROUND_NUMBER = 6; // pixels
const CLOSE = 12; // where another part is touched: a target of 24 px
const SOLID = 0.7; // the opacity from which a shape hides what is under it

/**
 * Return what tells where an element was touched last: browsers move the click of a finger to what they take for its target.
 * @param {HTMLElement} element @returns {() => Point}
 */
export function watchTouches(element) {
  let at = { x: Number.NaN, y: Number.NaN };
  element.addEventListener("pointerup", ({ clientX: x, clientY: y }) => {
    at = { x, y };
  });
  return () => at;
}

/**
 * The part that is meant by a touch: that of the number which is touched; the asked one, if it is near enough.
 * @param {SVGSVGElement} svg @param {Point} at @param {string} asked @returns {string | undefined}
 */
export function touchedPart(svg, at, asked) {
  const numbered = partOfNumber(svg, at);
  if (numbered) return numbered;
  const under = namesOf(partsUnder(svg, at));
  const pointed = nearestLabel(svg, at, under.length ? CLOSE : FINGER);
  const around = under.length ? [] : namesOf(partsAround(svg, at));
  const meant = [...under, ...around, pointed];
  return meant.includes(asked) ? asked : (under.at(-1) ?? pointed);
}

/** What parts are called: what each lies in, then itself. @param {ReturnType<typeof partsUnder>} parts */
const namesOf = (parts) =>
  parts.flatMap(({ part, liesIn }) =>
    [liesIn, part].filter((/** @type {string | undefined} */ each) => each !== undefined),
  );

/** The part that is seen at a point, or that is nearest to it. @param {SVGSVGElement} svg @param {Point} at */
export function partAt(svg, at) {
  const seen = [...partsUnder(svg, at), ...partsAround(svg, at)].find(({ part }) => part);
  return partOfNumber(svg, at) ?? seen?.part ?? nearestLabel(svg, at, FINGER);
}

/** The part whose number is seen at a point, the nearest of them. @param {SVGSVGElement} svg @param {Point} at */
function partOfNumber(svg, { x, y }) {
  const numbers = shownLabels(svg).map((label) => {
    const { left, right, top, bottom, width } = find(label, ".number").getBoundingClientRect();
    const near = width ? AROUND_NUMBER : Number.NaN;
    const touched = x >= left - near && x <= right + near && y >= top - near && y <= bottom + near;
    return { label, touched, far: Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2) };
  });
  const [nearest] = numbers.filter(({ touched }) => touched).sort((one, other) => one.far - other.far);
  return nearest?.label.dataset.part;
}

/** The parts that are seen at a point, each with what it lies in, the uppermost first: lines and veils, then a filled one.
 *  @param {SVGSVGElement} svg @param {Point} at */
function partsUnder(svg, { x, y }) {
  /** @type {{ part?: string, liesIn?: string }[]} */
  const parts = [];
  const root = /** @type {Document | ShadowRoot} */ (svg.getRootNode());
  for (const shape of root.elementsFromPoint(x, y)) {
    if (!svg.contains(shape) || shape === svg || shape.closest(".label")) continue;
    const { part, liesIn } = /** @type {SVGElement | null} */ (shape.closest("[data-part]"))?.dataset ?? {};
    parts.push({ part, liesIn });
    const { fill, fillOpacity } = getComputedStyle(shape);
    if (fill !== "none" && Number(fillOpacity) >= SOLID) break;
  }
  return parts;
}

/** The parts that a finger touches around a point. @param {SVGSVGElement} svg @param {Point} at */
function partsAround(svg, { x, y }) {
  const around = [];
  for (const distance of [CLOSE / 2, CLOSE]) {
    for (let turn = 0; turn < 2 * Math.PI; turn += Math.PI / 4) {
      const at = { x: x + distance * Math.cos(turn), y: y + distance * Math.sin(turn) };
      around.push(...partsUnder(svg, at));
    }
  }
  return around;
}

/** The part whose label ends nearest to a point, and no farther than a distance.
 *  @param {SVGSVGElement} svg @param {Point} at @param {number} distance */
function nearestLabel(svg, at, distance) {
  const ends = shownLabels(svg).map((label) => ({ label, end: endOf(svg, label) }));
  const far = (/** @type {{ end: Point }} */ { end }) => Math.hypot(end.x - at.x, end.y - at.y);
  const [nearest] = ends.sort((one, other) => far(one) - far(other));
  return nearest && far(nearest) <= distance ? nearest.label.dataset.part : undefined;
}

/** The labels that the state of a drawing shows. @param {SVGSVGElement} svg */
function shownLabels(svg) {
  /** @type {NodeListOf<SVGGElement>} */
  const labels = svg.querySelectorAll(".label");
  return [...labels].filter(isLabelShown);
}

/** Whether the state of a drawing shows a label. @param {Element} label */
export function isLabelShown(label) {
  return !label.closest(".off");
}

/** Where the line of a label ends in the window. @param {SVGSVGElement} svg @param {Element} label @returns {Point} */
function endOf(svg, label) {
  const line = label.querySelector("path");
  const end = line?.getPointAtLength(line.getTotalLength()) ?? { x: Number.NaN, y: Number.NaN };
  const box = svg.getBoundingClientRect(); // with the camera; not every browser's matrices have it
  const view = svg.viewBox.baseVal;
  const scale = Math.min(box.width / view.width, box.height / view.height);
  return {
    x: box.left + (box.width - view.width * scale) / 2 + (end.x - view.x) * scale,
    y: box.top + (box.height - view.height * scale) / 2 + (end.y - view.y) * scale,
  };
}
