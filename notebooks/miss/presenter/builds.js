// The presses of a slide: `data-build` is the press that brings an element, `data-until` the last one that shows it,
// `data-only` the one press that does; `data-lights` is the press that lights an entry which is pale until then.

import { findAll } from "../widgets/find.js";

const PRESSES = /data-(?:build|lights|only)="(\d+)"/g;

/** How many presses a slide takes after it has come. @param {string} id @returns {number} */
export function buildsOf(id) {
  const html = DATA.slides[id]?.html ?? "";
  return Math.max(0, ...[...html.matchAll(PRESSES)].map(([, press]) => Number(press)));
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
