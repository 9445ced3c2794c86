// The shapes of a slide: what is written as text boxes, what is drawn as pictures, and lines. Boxes are in pixels of the
// stage, in the order in which the slide is read.

import { findAll } from "../../widgets/find.js";
import { isBlock, isSeen, paragraphsOf, writeQuotes } from "./paragraphs.js";

/**
 * `kind` is text, card, picture, table, bar, line or ring; `role` is title or body for the text that an outline has. A picture
 * without `alt` is decorative; `shot` is its number on the page. `points` are those of a line.
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 * @typedef {{ kind: string, box: Box, role: string, paragraphs: import("./paragraphs.js").Paragraph[], rows: string[][],
 *   color: string, size: number, padding: number[], fill: string, edge: string, edgeWidth: number, round: boolean, middle: boolean, centered: boolean,
 *   alt: string, shot: number, points: number[][] }} Shape
 */

const DRAWN = "[data-drawing], img, .mark, .thumb.marked";
const TOGETHER = ".answers, .told-list, .bin, .acts, .act, .end ol, .label"; // one text box each
const TITLES = "h1, h2";
let shots = 0;

/** @param {HTMLElement} stage @returns {Shape[]} */
export function readShapes(stage) {
  writeQuotes(stage);
  const title = /** @type {HTMLElement | null} */ (stage.querySelector(TITLES));
  const titled = title ? [textShape(stage, title, "title")] : [];
  const slide = /** @type {HTMLElement} */ (stage.querySelector(".layout"));
  const shapes = [...titled, ...shapesIn(stage, slide, title)];
  const lists = shapes.filter(({ role }) => role === "body");
  if (lists.length > 1) for (const list of lists) list.role = "";
  const lines = [...(stage.querySelector(".leaders")?.children ?? [])];
  return [...shapes, ...lines.flatMap((line) => lineShape(stage, /** @type {SVGGeometryElement} */ (line)))];
}

/** @param {HTMLElement} stage @param {HTMLElement} element @param {HTMLElement | null} title @returns {Shape[]} */
function shapesIn(stage, element, title) {
  if (element === title || !isSeen(element)) return [];
  if (element.matches(DRAWN)) return [pictureShape(stage, element)];
  if (element.matches(".bar")) return [plainShape(stage, element, "bar")];
  if (element.matches("table")) return [tableShape(stage, /** @type {HTMLTableElement} */ (element))];
  if (element.matches("ol[aria-label]")) return [namedShape(stage, element)];
  const isOne = isBlock(element) || element.matches(TOGETHER);
  const own = isOne ? [textShape(stage, element, element.matches(".answers, .told-list") ? "body" : "")] : [];
  const inner = isOne ? findAll(element, ".bar") : /** @type {HTMLElement[]} */ ([...element.children]);
  const grounds = isOne ? [] : groundShapes(stage, element);
  const written = own.filter(({ paragraphs }) => paragraphs.length);
  return [...grounds, ...written, ...inner.flatMap((each) => shapesIn(stage, each, title))];
}

/** What is painted behind what an element holds: its ground, or the edge at its start.
 *  @param {HTMLElement} stage @param {HTMLElement} element */
function groundShapes(stage, element) {
  const ground = plainShape(stage, element, "bar");
  const { borderInlineStartColor, borderInlineStartWidth } = getComputedStyle(element);
  const width = Number.parseFloat(borderInlineStartWidth);
  const edge = { ...ground, box: { ...ground.box, width }, fill: borderInlineStartColor };
  return [...(isPainted(ground.fill) ? [ground] : []), ...(width && !ground.edge ? [edge] : [])];
}

/** @param {HTMLElement} stage @param {Element} element @returns {Box} */
function boxIn(stage, element) {
  const [outer, box] = [stage.getBoundingClientRect(), element.getBoundingClientRect()];
  return { x: box.x - outer.x, y: box.y - outer.y, width: box.width, height: box.height };
}

/** @param {HTMLElement} stage @param {Element} element @param {string} kind @returns {Shape} */
function plainShape(stage, element, kind) {
  const style = getComputedStyle(element);
  const border = Number.parseFloat(style.borderBlockStartWidth);
  return {
    kind,
    box: boxIn(stage, element),
    role: "",
    paragraphs: [],
    rows: [],
    color: style.color,
    size: Number.parseFloat(style.fontSize),
    padding: [0, 0],
    fill: style.backgroundColor,
    edge: border ? style.borderBlockStartColor : "",
    edgeWidth: border,
    round: style.borderRadius === "50%",
    middle: element.matches(".label") || (style.alignItems === "center" && style.display === "flex"),
    centered: style.textAlign === "center",
    alt: "",
    shot: 0,
    points: [],
  };
}

/** @param {HTMLElement} stage @param {HTMLElement} element @param {string} role */
function textShape(stage, element, role) {
  const shape = { ...plainShape(stage, element, "text"), role, paragraphs: paragraphsOf(element) };
  const { paddingBlockStart, paddingInlineStart } = getComputedStyle(element);
  const padding = [paddingBlockStart, paddingInlineStart].map(Number.parseFloat);
  const isCard = !role && (isPainted(shape.edge) || isPainted(shape.fill));
  return isCard ? { ...shape, kind: "card", padding } : { ...shape, box: inside(shape.box, element) };
}

/** @param {string} color */
const isPainted = (color) => color !== "" && !/^rgba\(.*, 0\)$/.test(color);

/** What is left of a box without padding and borders. @param {Box} box @param {Element} element @returns {Box} */
function inside(box, element) {
  const style = getComputedStyle(element);
  const width = (/** @type {string} */ side) =>
    Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const [top, right, bottom, left] = [width("top"), width("right"), width("bottom"), width("left")];
  return { x: box.x + left, y: box.y + top, width: box.width - left - right, height: box.height - top - bottom };
}

/** A row of marks that has a name, as its name. @param {HTMLElement} stage @param {HTMLElement} element */
function namedShape(stage, element) {
  const named = document.createElement("p");
  named.textContent = element.ariaLabel;
  element.replaceWith(named);
  return textShape(stage, named, "");
}

/** @param {HTMLElement} stage @param {HTMLElement} element */
function pictureShape(stage, element) {
  const shape = plainShape(stage, element, "picture");
  shots += 1;
  element.dataset.shot = String(shots);
  const alt = element.ariaHidden ? "" : (element.ariaLabel ?? element.getAttribute("alt") ?? "");
  return { ...shape, shot: shots, alt };
}

/** @param {HTMLElement} stage @param {HTMLTableElement} table */
function tableShape(stage, table) {
  const rows = [...table.rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent.trim()));
  const paragraphs = paragraphsOf(table).slice(0, 1);
  return { ...plainShape(stage, table, "table"), rows, paragraphs };
}

/** A part of a leader, or of the ring around what a lens shows. @param {HTMLElement} stage @param {SVGGeometryElement} line */
function lineShape(stage, line) {
  if (line.matches(".halo")) return [];
  const { stroke, strokeWidth, fill } = getComputedStyle(line);
  const shape = { ...plainShape(stage, line, line.matches("circle") ? "ring" : "line"), edge: stroke, fill };
  return [{ ...shape, edgeWidth: Number.parseFloat(strokeWidth), points: pointsOf(line) }];
}

/** @param {SVGGeometryElement} line @returns {number[][]} */
function pointsOf(line) {
  const { d = "", x1, y1, x2, y2 } = Object.fromEntries([...line.attributes].map(({ name, value }) => [name, value]));
  if (!d)
    return [
      [Number(x1), Number(y1)],
      [Number(x2), Number(y2)],
    ];
  return d
    .slice(1)
    .split("L")
    .map((point) => point.split(" ").map(Number));
}
