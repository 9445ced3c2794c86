import { find, findAll } from "./find.js";
import { isLabelShown } from "./touched_part.js";

const AIR = 0.15; // of the height of a line, above and below its glyphs
const MARGIN = 4; // units between a name and what is seen of the drawing

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box in the units of the drawing */

/**
 * The form of the labels of a picture, as `data-labels`: "names", if all of them have room in the font that is there; or
 * "numbers", which the list of the parts explains; or "one", the name of the part that is lit, and numbers for the others.
 * Style sheets say in `--label-forms` which of them a size is to have: the first, or the last if the names have no room.
 */
export class LabelForm {
  /** @param {HTMLElement} figure a figure-view */
  constructor(figure) {
    this.figure = figure;
    /** @type {SVGSVGElement} */
    this.svg = find(figure, ".stage svg.figure");
    this.svg.append(...findAll(this.svg, ":scope > :is(.label, :has(.label))")); // nothing of the drawing is over a name
  }

  /** Choose the form, whatever it was. Nothing is measured unless labels are shown.
   *  @param {Box} [bounds] what is seen of a drawing that shows its labels */
  choose(bounds) {
    const { dataset } = this.figure;
    this.figure.removeAttribute("data-labels");
    const texts = this.#texts;
    if (!bounds || !texts[0]?.getClientRects().length) return;
    const forms = getComputedStyle(this.figure).getPropertyValue("--label-forms").trim().split(" ");
    dataset.labels = "measured"; // all names are laid out
    const boxes = texts.map((text) => moveInto(bounds, text));
    const meet = boxes.some((box, index) => boxes.slice(0, index).some((other) => overlaps(box, other)));
    const leave = boxes.some(({ shift }) => shift);
    dataset.labels = meet || leave ? forms.at(-1) : forms[0];
  }

  /** The texts of the labels that the state shows. @returns {SVGTextElement[]} */
  get #texts() {
    const labels = findAll(this.svg, ".label").filter(isLabelShown);
    return labels.map((label) => find(label, "text"));
  }
}

/** Measure a name, and tell the style sheets how far to shift it so that it does not leave the bounds.
 *  @param {Box} bounds @param {SVGTextElement} text */
function moveInto(bounds, text) {
  const { x, y, width, height } = text.getBBox();
  const [left, right] = [bounds.left + MARGIN - x, bounds.right - MARGIN - x - width];
  const shift = Math.min(Math.max(0, left), right);
  text.style.setProperty("--shift", `${shift}px`);
  const air = AIR * height;
  return { shift, left: x, right: x + width, top: y + air, bottom: y + height - air };
}

/** @param {Box} one @param {Box} other */
const overlaps = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
