import { lensAt, viewBesideLens, viewBesideList, wholeView, wirePath } from "./camera.js";
import { find, findAll, idOf } from "./find.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {import("./camera.js").Place} Place */

/** The drawing of a figure on its stage: which part of it is in view, its tag, and a lens over what the tag names. */
export class Picture {
  /** @type {SVGElement | undefined} */
  #copy;
  #state = "";
  /** @type {Place | undefined} */
  #inView;

  /** @param {HTMLElement} figure a figure-view */
  constructor(figure) {
    this.figure = figure;
    /** @type {HTMLElement} */
    const picture = find(figure, ".picture");
    this.element = picture;
    this.stage = find(picture, ".stage");
    /** @type {SVGSVGElement} */
    this.svg = find(this.stage, "svg.figure");
    this.tags = findAll(picture, ".tag");
    picture.toggleAttribute(
      "data-beside",
      this.tags.some((tag) => tag.dataset.lens),
    ); // room for the lens
    new ResizeObserver(() => this.layOut()).observe(this.stage);
  }

  /** The place that the lens shows in a state, if any. @param {string | undefined} state @returns {Place | undefined} */
  placeOf(state) {
    const lens = this.tags.find((tag) => idOf(tag) === state)?.dataset.lens;
    if (!lens) return undefined;
    const [x = 0, y = 0, r = 0] = lens.split(" ").map(Number);
    return { x, y, r };
  }

  /** Show a state: its tag, and its lens; the view stays with what is compared.
   *  @param {string} state @param {string | undefined} compared @param {(svg: SVGElement) => void} draw shows it */
  show(state, compared, draw) {
    this.#state = state;
    this.#inView = this.placeOf(state) ?? this.placeOf(compared);
    for (const tag of this.tags) tag.toggleAttribute("data-open", idOf(tag) === state);
    draw(this.svg);
    const place = this.placeOf(state);
    if (place) {
      this.#copy ??= this.#addLens();
      draw(this.#copy);
      this.#copy.setAttribute("viewBox", [place.x - place.r, place.y - place.r, 2 * place.r, 2 * place.r].join(" "));
    }
    this.layOut();
  }

  /** Add the lens with a copy of the drawing: JupyterLab strips the ids by which one drawing could show another. */
  #addLens() {
    const copy = /** @type {SVGElement} */ (this.svg.cloneNode(true));
    for (const name of ["role", "aria-label", "visibility"]) copy.removeAttribute(name);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const label of copy.querySelectorAll(".label")) label.remove();
    const lens = Object.assign(document.createElement("div"), { className: "lens" });
    const wire = document.createElementNS(SVG, "svg");
    wire.setAttribute("class", "wire");
    wire.append(document.createElementNS(SVG, "circle"), document.createElementNS(SVG, "path"));
    for (const part of [wire, lens]) part.setAttribute("aria-hidden", "true");
    lens.append(copy);
    this.stage.after(wire, lens);
    return copy;
  }

  /** Place the drawing and the lens on the stage, whose size may have changed. */
  layOut() {
    const stage = { width: this.stage.clientWidth, height: this.stage.clientHeight };
    const { width, height } = this.svg.viewBox.baseVal;
    if (!stage.width || !stage.height) return;
    const drawing = { width, height };
    const named = this.figure.hasAttribute("data-names");
    const whole = wholeView(stage, drawing);
    const beside = named ? viewBesideList(stage, drawing) : viewBesideLens(stage, drawing, this.#inView);
    const view = this.element.hasAttribute("data-beside") ? beside : whole;
    const zoom = view.scale / whole.scale;
    const [left, top] = [(whole.x - view.x) * view.scale, (whole.y - view.y) * view.scale];
    this.#set("--camera", `translate(${left}px, ${top}px) scale(${zoom})`);
    this.#set("--scale", String(view.scale));
    const place = named ? undefined : this.placeOf(this.#state);
    this.element.toggleAttribute("data-lens", Boolean(place));
    if (place) this.#layOutLens(lensAt(stage, view, place));
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    this.figure.style.setProperty(name, value);
  }

  /** @param {ReturnType<typeof lensAt>} lens */
  #layOutLens({ lens, ring }) {
    for (const [name, value] of Object.entries({ size: 2 * lens.r, left: lens.x - lens.r, top: lens.y - lens.r })) {
      this.#set(`--lens-${name}`, `${value}px`);
    }
    const wire = find(this.element, ".wire");
    for (const [name, value] of Object.entries({ cx: ring.x, cy: ring.y, r: ring.r })) {
      find(wire, "circle").setAttribute(name, String(value));
    }
    find(wire, "path").setAttribute("d", wirePath(lens, ring));
  }
}
