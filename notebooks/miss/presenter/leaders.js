// Leaders: the line from a lit label to its place in the drawing, or in the lens that enlarges that place; and the ring
// around what a lens shows.

import { findAll } from "../widgets/find.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{ x: number, y: number }} Point */

/** Draw the leaders of a slide anew; they are in pixels of the slide. @param {HTMLElement} slide */
export function drawLeaders(slide) {
  slide.querySelector(":scope > .leaders")?.remove();
  const lines = create("svg", { class: "leaders", "aria-hidden": "true" });
  const lens = slide.querySelector(".lens.in");
  if (lens instanceof HTMLElement) lines.append(...ringOf(slide, lens));
  for (const label of findAll(slide, ".label.lit.in[data-at]")) lines.append(...leaderOf(slide, label));
  slide.append(lines);
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function create(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** Where a point of a drawing is on the slide. @param {HTMLElement} slide @param {SVGSVGElement} svg @param {Point} point */
function onSlide(slide, svg, { x, y }) {
  const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM() ?? undefined);
  const { left, top } = slide.getBoundingClientRect();
  return { x: at.x - left, y: at.y - top };
}

/** @param {string | undefined} numbers @returns {number[]} */
const numbersOf = (numbers = "") => numbers.split(" ").map(Number);

/** The drawing that a label points into: the lens, if it shows the place; else the picture beside or before it.
 *  @param {HTMLElement} slide @param {HTMLElement} label @param {Point} point @returns {SVGSVGElement | null} */
function drawingAt(slide, label, { x, y }) {
  const lens = /** @type {HTMLElement | null} */ (slide.querySelector(".lens.in"));
  const [cx = 0, cy = 0, radius = 0] = numbersOf(lens?.dataset.lens);
  if (lens && Math.hypot(x - cx, y - cy) < radius) return lens.querySelector("svg");
  return (label.closest(".side-of") ?? slide).querySelector(".pic svg");
}

/** @param {HTMLElement} slide @param {HTMLElement} label */
function leaderOf(slide, label) {
  const [x = 0, y = 0] = numbersOf(label.dataset.at);
  const svg = drawingAt(slide, label, { x, y });
  if (!svg) return [];
  const end = onSlide(slide, svg, { x, y });
  const path = wayTo(slide, label, end, svg.closest(".lens") !== null);
  const d = `M${path.map((point) => `${point.x} ${point.y}`).join("L")}`;
  return [
    create("path", { class: "halo", d }),
    create("path", { class: "wire", d }),
    create("circle", { class: "dot", cx: end.x, cy: end.y, r: slide.clientHeight * 0.0115 }),
  ];
}

/** The way from a label to a place: straight, or around the labels above it if the place is in the lens over them.
 *  @param {HTMLElement} slide @param {HTMLElement} label @param {Point} end @param {boolean} inLens @returns {Point[]} */
function wayTo(slide, label, end, inLens) {
  const unit = slide.clientHeight / 100;
  const own = boxOn(slide, label);
  const middle = own.top + own.height / 2;
  const first = boxOn(slide, /** @type {HTMLElement} */ (label.parentElement));
  if (inLens && own.top > first.top + unit) {
    const side = own.left - 2 * unit;
    return [{ x: own.left, y: middle }, { x: side, y: middle }, { x: side, y: first.top - unit }, end];
  }
  const x = Math.min(Math.max(end.x, own.left), own.right);
  const y = Math.min(Math.max(end.y, own.top), own.bottom);
  const beside = end.x < own.left || end.x > own.right;
  return [{ x, y: beside ? middle : y }, end];
}

/** @param {HTMLElement} slide @param {HTMLElement} element */
function boxOn(slide, element) {
  const [outer, box] = [slide.getBoundingClientRect(), element.getBoundingClientRect()];
  return new DOMRect(box.x - outer.x, box.y - outer.y, box.width, box.height);
}

/** The ring around what the lens shows, and two tangents from it to the lens. @param {HTMLElement} slide @param {HTMLElement} lens */
function ringOf(slide, lens) {
  /** @type {SVGSVGElement | null} */
  const svg = slide.querySelector(".pic svg");
  const [x = 0, y = 0, radius = 0] = numbersOf(lens.dataset.lens);
  if (!svg || !radius) return [];
  const center = onSlide(slide, svg, { x, y });
  const r = onSlide(slide, svg, { x: x + radius, y }).x - center.x;
  const box = boxOn(slide, lens);
  const [to, size] = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }, box.width / 2];
  const angle = Math.atan2(to.y - center.y, to.x - center.x);
  const turn = Math.acos((r - size) / Math.hypot(to.x - center.x, to.y - center.y));
  if (Number.isNaN(turn)) return []; // one lies in the other
  const tangents = [angle + turn, angle - turn].map((at) =>
    create("line", {
      class: "tangent",
      x1: center.x + r * Math.cos(at),
      y1: center.y + r * Math.sin(at),
      x2: to.x + size * Math.cos(at),
      y2: to.y + size * Math.sin(at),
    }),
  );
  return [...tangents, create("circle", { class: "ring", cx: center.x, cy: center.y, r })];
}
