import { boundsOf, lensesAt, listWidth, viewBesideLens, viewBesideList, wholeView, wirePath } from "./camera.js";
import { find, findAll, idOf } from "./find.js";
import { Lens } from "./lens.js";
import { isLabelShown } from "./touched_part.js";

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {import("./camera.js").Place} Place */
/** @typedef {import("./camera.js").View} View */

/**
 * The drawing of a figure on its stage: which part of it is in view, and two lenses over one place of it: as it is in the
 * shown state, and in the state that this is compared with. A tag names what is seen in each.
 */
export class Picture {
  /** @type {Lens[]} */
  #lenses = [];
  #state = "";
  /** @type {string[]} the states that the lenses show */
  #pair = [];
  /** What follows from how much is seen of a drawing with labels. @type {(bounds?: ReturnType<typeof boundsOf>) => void} */
  onLaidOut = () => {};

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
    ); // room for the lenses
    const observer = new ResizeObserver(() => this.layOut());
    for (const sized of findAll(figure, ".stage, .parts ol")) observer.observe(sized); // the list grows with the text
  }

  /** @param {string | undefined} state */
  tagOf(state) {
    return this.tags.find((tag) => idOf(tag) === state);
  }

  /** The place that a lens shows in a state, if any. @param {string | undefined} state @returns {Place | undefined} */
  placeOf(state) {
    const lens = this.tagOf(state)?.dataset.lens;
    if (!lens) return undefined;
    const [x = 0, y = 0, r = 0] = lens.split(" ").map(Number);
    return { x, y, r };
  }

  /** A lens for paper, where nothing can be switched: over the place of a state, if it has one. @param {string} state */
  lensOf(state) {
    const place = this.placeOf(state);
    if (!place) return undefined;
    const lens = new Lens(this.svg);
    lens.look(place);
    return lens.element;
  }

  /** The place in view: that of the shown state, or of what it is compared with. */
  get place() {
    return [this.#state, ...this.#pair].map((state) => this.placeOf(state)).find(Boolean);
  }

  /** Show a state, and two of them in the lenses.
   *  @param {string} state @param {string[]} pair @param {(svg: SVGElement, state: string) => void} draw shows a state */
  show(state, pair, draw) {
    this.#state = state;
    this.#pair = pair.filter((each) => this.tagOf(each));
    draw(this.svg, state);
    const { place } = this;
    if (place) this.#look(place, draw);
    this.layOut();
  }

  /** Show the pair in the lenses. @param {Place} place @param {(svg: SVGElement, state: string) => void} draw */
  #look(place, draw) {
    this.#addLenses();
    for (const [index, lens] of this.#lenses.entries()) {
      const shown = this.#pair[index] ?? this.#state;
      lens.element.toggleAttribute("data-shown", shown === this.#state);
      draw(lens.copy, shown);
      lens.look(this.placeOf(shown) ?? place);
    }
  }

  /** Add the lenses, and the ring in the drawing with the line to it. */
  #addLenses() {
    if (this.#lenses.length) return;
    const wire = document.createElementNS(SVG, "svg");
    wire.setAttribute("class", "wire");
    wire.setAttribute("aria-hidden", "true");
    wire.append(document.createElementNS(SVG, "circle"), document.createElementNS(SVG, "path"));
    this.#lenses = this.#pair.map(() => new Lens(this.svg));
    this.stage.after(wire, ...this.#lenses.map((lens) => lens.element));
  }

  /** Place the drawing and the lenses on the stage, whose size may have changed. */
  layOut() {
    const stage = { width: this.stage.clientWidth, height: this.stage.clientHeight };
    const { width, height } = this.svg.viewBox.baseVal;
    if (!stage.width || !stage.height) return;
    const drawing = { width, height };
    const named = this.figure.hasAttribute("data-names");
    const whole = wholeView(stage, drawing);
    const list = this.#listWidth(stage);
    const view = list ? viewBesideList(stage, drawing, list) : this.#viewOn(stage, drawing);
    const zoom = view.scale / whole.scale;
    const [left, top] = [(whole.x - view.x) * view.scale, (whole.y - view.y) * view.scale];
    this.#set("--framing", `translate(${left}px, ${top}px) scale(${zoom})`);
    this.#set("--scale", String(view.scale));
    this.#set("--list", `${list}px`);
    const place = named ? undefined : this.place;
    this.element.toggleAttribute("data-lens", Boolean(place));
    this.#openTags(place ? this.#pair : [this.#state]);
    if (place) this.#layOutLenses(stage, view, place);
    this.onLaidOut(named ? boundsOf(stage, view, list) : undefined);
  }

  /** The view that leaves room for the lenses, if they stand beside the drawing.
   *  @param {import("./camera.js").Size} stage @param {import("./camera.js").Size} drawing */
  #viewOn(stage, drawing) {
    const besideLens = this.element.hasAttribute("data-beside") && !this.figure.hasAttribute("data-names");
    return besideLens ? viewBesideLens(stage, drawing, this.place) : wholeView(stage, drawing);
  }

  /** The width that the list of the parts takes beside the drawing. @param {import("./camera.js").Size} stage */
  #listWidth(stage) {
    const named = this.figure.hasAttribute("data-names") && findAll(this.svg, ".label").some(isLabelShown);
    if (!named) return 0;
    return listWidth(stage, Number.parseFloat(getComputedStyle(this.figure).fontSize));
  }

  /** Show the tags of some states. @param {string[]} states */
  #openTags(states) {
    for (const tag of this.tags) {
      tag.toggleAttribute("data-open", states.includes(idOf(tag)));
      tag.toggleAttribute("data-shown", idOf(tag) === this.#state);
    }
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    this.figure.style.setProperty(name, value);
  }

  /** @param {import("./camera.js").Size} stage @param {View} view @param {Place} place */
  #layOutLenses(stage, view, place) {
    const { lenses, ring } = lensesAt(stage, view, place, this.#lenses.length);
    for (const [index, lens] of this.#lenses.entries()) {
      const [at, tag] = [lenses[index], this.tagOf(this.#pair[index])];
      if (at && tag) lens.layOut(at, tag);
    }
    const wire = find(this.element, ".wire");
    for (const [name, value] of Object.entries({ cx: ring.x, cy: ring.y, r: ring.r })) {
      find(wire, "circle").setAttribute(name, String(value));
    }
    const shown = lenses[this.#pair.indexOf(this.#state)];
    find(wire, "path").setAttribute("d", shown ? wirePath(shown, ring) : "");
  }
}
