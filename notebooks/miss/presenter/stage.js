// The stage: it shows one slide after some presses, as large as fits, in 16:9. All on it is measured in hundredths of its
// height, so that a slide is the same on every screen, and in the notes window.

import { find, findAll } from "../widgets/find.js";
import { showBuild } from "./builds.js";
import { createElement, interfaceText } from "./dom.js";
import { fillAddress } from "./join.js";
import { drawLeaders } from "./leaders.js";
import { presentation } from "./presentation.js";
import { drawPictures, showStates } from "./slide_pictures.js";

/** Where there is no room for the reasons below the answers, they take the place of the question, once it is answered.
 *  @param {HTMLElement} slide */
function fitReasons(slide) {
  const asked = slide.querySelector(".asked");
  if (asked && asked.scrollHeight > asked.clientHeight + 1) asked.classList.add("tight");
}

export class Stage {
  #id = "";
  /** @type {HTMLElement | undefined} */
  #slide;

  constructor() {
    this.element = createElement("div", "slide-stage");
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", interfaceText("stage"));
    new ResizeObserver(() => this.#slide && drawLeaders(this.#slide)).observe(this.element);
    this.element.addEventListener("click", ({ target }) => this.#countHand(/** @type {Element} */ (target)));
    this.element.addEventListener("transitionend", () => this.#slide && drawLeaders(this.#slide));
  }

  /** Show a slide after some presses. @param {string} id @param {number} build */
  show(id, build) {
    if (id !== this.#id || !this.#slide) this.#open(id);
    const slide = /** @type {HTMLElement} */ (this.#slide);
    showBuild(slide, build);
    showStates(slide, build);
    this.#showHands(slide, build);
    drawLeaders(slide);
  }

  /** Count a hand for the answer that was clicked. @param {Element} target */
  #countHand(target) {
    const answer = target.closest(".asked .answers > li");
    const { item } = DATA.slides[this.#id] ?? {};
    if (!answer?.querySelector(".hands") || !item) return;
    const index = [...(answer.parentElement?.children ?? [])].indexOf(answer);
    presentation.addHands(item, index, 1);
  }

  /** @param {string} id */
  #open(id) {
    this.#id = id;
    this.#slide = createElement("div", "slide", DATA.slides[id]?.html ?? "");
    this.#slide.dataset.slide = id;
    fillAddress(this.#slide);
    drawPictures(this.#slide);
    this.element.replaceChildren(this.#slide);
    fitReasons(this.#slide);
    document.fonts.ready.then(() => this.#slide && drawLeaders(this.#slide));
  }

  /** Show how many hands were counted; once the answers are told, as bars, too. @param {HTMLElement} slide @param {number} build */
  #showHands(slide, build) {
    const item = DATA.slides[this.#id]?.item ?? "";
    const answers = findAll(slide, ".asked .answers > li:has(.hands)");
    const hands = answers.map((_, index) => presentation.handsOf(item, index));
    const most = Math.max(1, ...hands);
    for (const [index, answer] of answers.entries()) {
      find(answer, ".hands").textContent = hands[index] ? String(hands[index]) : "";
      answer.style.setProperty("--share", build && hands[index] ? `${(100 * hands[index]) / most}%` : "0%");
    }
    this.#sortOrder(findAll(slide, ".answers > [data-place]"), build > 0);
  }

  /** Put the rows of an order into their right places, or back. @param {HTMLElement[]} rows @param {boolean} told */
  #sortOrder(rows, told) {
    const place = (/** @type {HTMLElement} */ { dataset }) => Number(told ? dataset.place : dataset.first);
    rows[0]?.parentElement?.append(...rows.sort((one, other) => place(one) - place(other)));
  }
}
