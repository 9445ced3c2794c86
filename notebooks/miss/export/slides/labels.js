// The labels of a slide without presses: all are lit, and those point that mean what the picture shows at last.

import { drawLeaders } from "../../presenter/leaders.js";
import { find, findAll } from "../../widgets/find.js";
import { fitLetters } from "./told.js";

const SIZES_OF_LABELS = ["4.9cqh", "4.6cqh", "4.3cqh"]; // from the projector's own on
const SMALLEST_LENS = 0.3; // of the height of the stage

/** @param {HTMLElement} stage */
export function lightLabels(stage) {
  const slide = find(stage, ".slide");
  for (const lit of findAll(slide, ".lit")) lit.classList.remove("lit"); // the last press is no more than the others
  for (const label of findAll(slide, ".label")) label.classList.add("in", "lit");
  joinLabels(slide);
  removeSmallLens(slide);
  if (!slide.querySelector(".side-of")) unpinEarlier(slide);
  fitLetters(slide, find(slide, ".layout"), SIZES_OF_LABELS);
  drawLeaders(slide);
}

/** Put the labels that stand in the place of the lens before it opens above the others. @param {HTMLElement} slide */
function joinLabels(slide) {
  const earlier = slide.querySelector(".lens-place > .labels");
  slide.querySelector(".side > .labels")?.prepend(...(earlier?.children ?? []));
  earlier?.remove();
}

/** Without a lens that has no room beside all labels at once, the lines go to the picture itself. @param {HTMLElement} slide */
function removeSmallLens(slide) {
  const lens = slide.querySelector(".lens");
  if (!lens || lens.clientHeight > SMALLEST_LENS * slide.clientHeight) return;
  lens.closest(".with-lens")?.classList.remove("with-lens");
  lens.closest(".lens-place")?.remove();
}

/** Take the place from the labels of earlier states of the picture. @param {HTMLElement} slide */
function unpinEarlier(slide) {
  const labels = findAll(slide, ".label");
  const last = labels.findLastIndex(({ dataset }) => dataset.toState);
  for (const label of labels.slice(0, Math.max(0, last))) label.removeAttribute("data-at");
}
