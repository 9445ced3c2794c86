import { findAll } from "./find.js";

/** @typedef {import("./camera.js").Place} Place */

/** A round window beside a drawing: one place of it, enlarged, in a state of its own. Its tag names what is seen there. */
export class Lens {
  /** Make a lens with a copy of the drawing: JupyterLab strips the ids by which one drawing could show another.
   *  @param {SVGSVGElement} svg */
  constructor(svg) {
    this.copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    for (const name of ["role", "aria-label", "visibility"]) this.copy.removeAttribute(name);
    for (const named of findAll(this.copy, "[id]")) named.removeAttribute("id");
    for (const label of findAll(this.copy, ".label")) label.remove();
    this.element = Object.assign(document.createElement("div"), { className: "lens" });
    this.element.setAttribute("aria-hidden", "true");
    this.element.append(this.copy);
  }

  /** @param {Place} place */
  look({ x, y, r }) {
    this.copy.setAttribute("viewBox", [x - r, y - r, 2 * r, 2 * r].join(" "));
  }

  /** Place the lens and its tag, which hangs on its lower edge. @param {Place} at @param {HTMLElement} tag */
  layOut({ x, y, r }, tag) {
    move(this.element, { left: x - r, top: y - r, size: 2 * r });
    move(tag, { size: 2 * r, top: y + r - 18 });
    move(tag, { left: Math.max(4, x - tag.offsetWidth / 2) });
  }
}

/** Say where something stands, in pixels, to the style sheets. @param {HTMLElement} element @param {Record<string, number>} to */
function move(element, to) {
  for (const [name, value] of Object.entries(to)) element.style.setProperty(`--${name}`, `${value}px`);
}
