// The presses of a slide: `data-build` is the press that brings an element, `data-until` the last one that shows it,
// `data-only` the one press that does; `data-lights` is the press that lights an entry which is pale until then.

import { findAll } from "../widgets/find.js";

/** @type {Map<string, number>} */
const counted = new Map();

/** How many presses a slide takes after it has come. @param {string} id @returns {number} */
export function buildsOf(id) {
  const known = counted.get(id);
  if (known !== undefined) return known;
  const slide = document.createElement("div");
  slide.innerHTML = DATA.slides[id]?.html ?? "";
  const presses = findAll(slide, "[data-build], [data-lights], [data-only]").map(pressOf);
  counted.set(id, Math.max(0, ...presses));
  return Math.max(0, ...presses);
}

/** @param {HTMLElement} element */
const pressOf = ({ dataset }) => Number(dataset.build ?? dataset.lights ?? dataset.only);

/** Show a slide as it is after some presses. @param {HTMLElement} slide @param {number} build */
export function showBuild(slide, build) {
  slide.dataset.at = String(build);
  for (const element of findAll(slide, "[data-build], [data-lights], [data-only], [data-until]")) {
    const { only, until } = element.dataset;
    const press = pressOf(element);
    const isIn = only === undefined ? !(press > build) : press === build;
    element.classList.toggle("in", isIn && !(Number(until) < build));
    element.classList.toggle("lit", press === build || (press === 0 && only === undefined));
  }
}
