import { fill } from "./fill.js";
import { findAll } from "./find.js";

/** @typedef {{ hidden_part: import("./fill.js").Word }} Words */

/** The names of the parts of a picture: on its labels and in the list below it, and an exercise that hides them. */
export class PartNames {
  /** @type {string | undefined} */
  #pointed;

  /** @param {HTMLElement} figure @param {Words} words */
  constructor(figure, words) {
    this.figure = figure;
    this.words = words;
    /** @type {HTMLLIElement[]} */
    this.items = findAll(figure, ".parts li");
    /** @type {HTMLElement | null} */
    this.start = figure.querySelector(".name-first");
    this.start?.addEventListener("click", () => this.toggleNaming());
    figure.addEventListener("click", (event) => this.reveal(partOf(event, ".ask, .label")));
    figure.addEventListener("pointerover", (event) => {
      this.reveal(partOf(event, ".label"));
      this.point(partOf(event, ".parts li"));
    });
    figure.addEventListener("focusin", (event) => this.point(partOf(event, ".parts li")));
    for (const type of ["pointerleave", "focusout"]) figure.addEventListener(type, () => this.point());
  }

  /** @returns {SVGGElement[]} */
  get labels() {
    return findAll(this.figure, ".stage .label");
  }

  /** List the parts that the shown state labels. */
  listShown() {
    const labeled = new Set(this.labels.filter((label) => !label.closest(".off")).map((label) => label.dataset.part));
    this.figure.querySelector(".parts")?.toggleAttribute("hidden", !labeled.size);
    for (const item of this.items) item.hidden = !labeled.has(item.dataset.part);
  }

  /** Start or stop the exercise, in which each name is hidden behind a button. */
  toggleNaming() {
    for (const item of this.items) if (!item.querySelector(".ask")) item.append(createNameButton());
    for (const named of this.figure.querySelectorAll("[data-named]")) named.removeAttribute("data-named");
    const naming = this.figure.toggleAttribute("data-naming");
    this.start?.setAttribute("aria-pressed", String(naming));
    this.#updateButtons();
  }

  /** Reveal a part's name. @param {string} [part] */
  reveal(part) {
    if (!part || !this.figure.hasAttribute("data-naming")) return;
    for (const each of this.figure.querySelectorAll(`[data-part="${part}"]`)) each.setAttribute("data-named", "");
    this.#updateButtons();
  }

  #updateButtons() {
    for (const item of this.items) {
      const name = item.querySelector(".name")?.textContent ?? "";
      const button = item.querySelector(".ask");
      const hidden = fill(this.words.hidden_part, { number: item.value });
      if (button) button.textContent = item.hasAttribute("data-named") ? name : hidden;
    }
    const focused = this.figure.querySelector(".ask:focus");
    focused?.scrollIntoView({ block: "nearest" }); // a name may take another line than what it replaces
  }

  /** Point at one part in the drawing, or at none. @param {string} [part] */
  point(part) {
    if (part === this.#pointed) return;
    this.#pointed = part;
    for (const label of this.labels) label.toggleAttribute("data-pointed", label.dataset.part === part);
  }
}

/** Return the part that an event in one of these elements refers to. @param {Event} event @param {string} selector */
function partOf(event, selector) {
  const element = /** @type {Element} */ (event.target).closest(selector);
  return /** @type {HTMLElement | null} */ (element?.closest("[data-part]"))?.dataset.part;
}

/** Create the button that reveals a part's name. */
function createNameButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ask";
  return button;
}
