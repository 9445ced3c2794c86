import { findAll } from "./find.js";
import { afterPaint } from "./lesson.js";

const WORD = "#word-"; // what the address of a marked word has before the id of the word

/** Lights parts up in a picture: those that a marked word in the text beside it names, those pointed at in the list of the
 *  parts, and the one that is shown. Where only one name has room, exactly one part is lit: the one asked for last. */
export class PartLights {
  /** What the pointer is on: a marked word, or a part in the list. @type {Element | null} */
  #hovered = null;
  /** @type {string | undefined} */
  #shown;
  /** The part that was asked for last. @type {string | undefined} */
  #last;

  /** @param {HTMLElement} figure with a drawing, and the list of its parts */
  constructor(figure) {
    this.figure = figure;
    /** @type {HTMLElement} */
    this.lesson = figure.closest(".lesson") ?? figure;
    /** @type {HTMLLIElement[]} */
    this.items = findAll(figure, ".parts li");
    this.lesson.addEventListener("pointerover", (event) => this.#hover(event));
    this.lesson.addEventListener("pointerleave", () => this.#leave());
    this.lesson.addEventListener("focusin", (event) => this.#remember(/** @type {Element} */ (event.target)));
    for (const type of ["focusin", "focusout", "click"]) {
      this.lesson.addEventListener(type, () => afterPaint(() => this.update())); // once a word has opened
    }
  }

  /** Show a part, whatever is pointed at, or none. @param {string} [part] */
  show(part) {
    this.#shown = part;
    this.#last = part ?? this.#last;
    this.update();
  }

  /** Light up what is pointed at or shown, and nothing else. */
  update() {
    const lit = new Set(this.#isOneLit ? [this.#one] : [this.#shown, ...this.#listed, ...this.#named]);
    /** @type {SVGElement[]} */
    const shapes = findAll(this.figure, "svg [data-part]");
    for (const shape of [...shapes, ...this.items]) shape.toggleAttribute("data-lit", lit.has(shape.dataset.part));
  }

  get #isOneLit() {
    return this.figure.dataset.labels === "one" && !this.figure.hasAttribute("data-naming");
  }

  /** The one part that is lit: at first, that on top of the list. */
  get #one() {
    const labeled = this.items.filter((item) => !item.hidden).map((item) => item.dataset.part);
    return labeled.find((part) => part === this.#last) ?? labeled[0];
  }

  /** Remember what an element asks for: a marked word, or a part in the list. @param {Element | null} element */
  #remember(element) {
    const asking = element?.closest(".term, .parts li");
    const word = asking instanceof HTMLAnchorElement && asking.hash.replace(WORD, "");
    const item = this.items.find((each) => each === asking || each.dataset.word === word);
    this.#last = item?.dataset.part ?? this.#last;
  }

  get #listed() {
    const isPointedAt = (/** @type {Element} */ item) => item === this.#hovered || item.matches(":focus-within");
    const pointed = this.items.filter(isPointedAt);
    return pointed.map((item) => item.dataset.part);
  }

  /** The parts that words name; none while the parts are asked, since words would answer. */
  get #named() {
    if (this.figure.hasAttribute("data-naming")) return [];
    const words = new Set(this.#words.map((word) => word.hash.replace(WORD, "")));
    return this.items.filter((item) => words.has(item.dataset.word ?? "")).map((item) => item.dataset.part);
  }

  /** The words that are pointed at, have the focus or are open, in the text that is shown. */
  get #words() {
    /** @type {HTMLAnchorElement[]} */
    const words = findAll(this.lesson, ".term");
    const isAsked = (/** @type {Element} */ word) =>
      word === this.#hovered || word.matches(":focus-visible, [aria-expanded='true']");
    return words.filter((word) => isAsked(word) && word.getClientRects().length);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const target = /** @type {Element} */ (event.target);
    const hovered = event.pointerType === "touch" ? null : target.closest(".term, .parts li");
    if (hovered === this.#hovered) return;
    this.#hovered = hovered;
    this.#remember(hovered);
    this.update();
  }

  #leave() {
    this.#hovered = null;
    this.update();
  }
}
