// The drawings of a slide: each is a copy of the course's drawing, in the state that the press has reached.

import { findAll } from "../widgets/find.js";
import { showState } from "../widgets/scene.js";

/** @type {Map<string, SVGSVGElement>} */
const drawings = new Map();

/** @param {string} name @returns {SVGSVGElement | undefined} */
function drawingOf(name) {
  if (!drawings.has(name) && DATA.drawings[name]) {
    const holder = document.createElement("div");
    holder.innerHTML = DATA.drawings[name];
    drawings.set(name, /** @type {SVGSVGElement} */ (holder.firstElementChild));
  }
  return /** @type {SVGSVGElement | undefined} */ (drawings.get(name)?.cloneNode(true));
}

/** Draw the pictures of a slide. @param {HTMLElement} slide */
export function drawPictures(slide) {
  for (const place of findAll(slide, "[data-drawing]")) {
    const svg = drawingOf(place.dataset.drawing ?? "");
    if (!svg) continue;
    const view = viewOf(place.dataset);
    if (view) svg.setAttribute("viewBox", view);
    svg.setAttribute("preserveAspectRatio", view ? "xMidYMid slice" : "xMidYMid meet");
    place.replaceChildren(svg);
    showState(svg, place.dataset.state ?? "");
    if (!place.matches(".pic")) for (const layer of findAll(svg, ".layer.off")) layer.remove(); // it stays in its state
  }
}

/** The part of the drawing that is seen; that of a lens is the square around it. @param {DOMStringMap} place */
function viewOf({ view, lens }) {
  if (!lens) return view;
  const [x = 0, y = 0, radius = 0] = lens.split(" ").map(Number);
  return `${x - radius} ${y - radius} ${2 * radius} ${2 * radius}`;
}

/** Bring the pictures into the state of a press: that of the last label so far that names one.
 *  @param {HTMLElement} slide @param {number} build */
export function showStates(slide, build) {
  const reached = findAll(slide, "[data-to-state]").filter(({ dataset }) => Number(dataset.build) <= build);
  for (const picture of findAll(slide, ".layout:not(.compared) .pic[data-drawing]")) {
    const state = reached.at(-1)?.dataset.toState ?? picture.dataset.state ?? "";
    const svg = picture.querySelector("svg");
    if (svg && svg.dataset.state !== state) showState(svg, state);
  }
}
