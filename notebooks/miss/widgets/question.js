// @ts-check
import { fill } from "./lesson.js";
import { shuffled } from "./draw.js";

/** One question on the page: what was chosen, whether it is right, and what is shown of it. */
export class Question {
  /** @param {HTMLElement} element @param {Record<string, string>} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.id ?? "";
    this.kind = element.dataset.kind;
    this.list = /** @type {HTMLElement} */ (element.querySelector(".options"));
    /** @type {HTMLElement[]} */
    this.options = [...element.querySelectorAll(".option")]; // in the file's order: for "order", the right one
    for (const button of element.querySelectorAll(".up, .down")) this.nameMove(button);
  }

  nameMove(button) {
    const word = button.matches(".up") ? this.words.up : this.words.down;
    button.setAttribute("aria-label", fill(word, { text: this.textOf(button.closest(".option")) }));
  }

  textOf(option) {
    return option.querySelector(".answer").textContent;
  }

  /** Show the options in the order that the round's number gives; an order question never starts solved. */
  shuffle(seed) {
    const order = shuffled(this.options, seed);
    if (this.kind === "order" && order.every((option, index) => option === this.options[index])) order.reverse();
    this.list.append(...order);
  }

  /** What is chosen now: the checked options, or every place in the order shown. @returns {string[]} */
  get chosen() {
    const shown = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const given = this.kind === "order" ? shown : shown.filter((option) => option.querySelector("input")?.checked);
    return given.map((option) => option.dataset.id ?? "");
  }

  /** Accept an answer only if this question has its options. @param {any} given @returns {string[] | null} */
  accept(given) {
    const known = this.options.map((option) => option.dataset.id);
    const fits = Array.isArray(given) && given.length > 0 && given.every((id) => known.includes(id));
    return fits && (this.kind !== "order" || new Set(given).size === known.length) ? given : null;
  }

  /** @param {string[]} given */
  isRight(given) {
    const right = this.options.filter((option) => option.dataset.right === "yes").map((option) => option.dataset.id);
    if (this.kind === "order") return right.every((id, index) => id === given[index]);
    return right.length === given.length && right.every((id) => given.includes(id ?? ""));
  }

  /** Show an answer only when it has changed, so that a choice half made stays; open again means shuffled again. */
  showAnswer(given, seed) {
    const answer = JSON.stringify(given);
    if (answer === this.shown) return;
    if (this.shown && !given) this.shuffle(seed);
    this.shown = answer;
    this.show(given);
  }

  /** Show the question as answered (with reasons) or as open. @param {string[] | null} given */
  show(given) {
    this.element.toggleAttribute("data-answered", given !== null);
    if (given && this.kind === "order") this.list.append(...this.options); // read in the right order afterwards
    this.options.forEach((option, index) => this.showOption(option, index, given));
    const result = /** @type {HTMLElement} */ (this.element.querySelector(".result"));
    const order = this.kind === "order" ? `. ${this.words.right_order}` : "";
    result.textContent = given ? (this.isRight(given) ? this.words.right : `${this.words.not_right}${order}`) : "";
    result.dataset.right = given && this.isRight(given) ? "yes" : "no";
  }

  showOption(option, index, given) {
    const input = option.querySelector("input");
    const chosen = given?.includes(option.dataset.id) ?? false;
    const right = option.dataset.right === "yes";
    if (input) {
      input.checked = chosen;
      input.disabled = given !== null;
    }
    for (const button of option.querySelectorAll("button")) button.disabled = given !== null;
    const placed = this.kind === "order" && given?.[index] === option.dataset.id;
    option.dataset.verdict = !given ? "" : this.kind === "order" ? (placed ? "placed" : "moved") : this.verdict(right, chosen);
    const words = { both: "option_chosen_right", right: "option_right", chosen: "option_chosen", other: "option_other" };
    const verdict = /** @type {HTMLElement} */ (option.querySelector(".verdict"));
    if (given && this.kind === "order") {
      const place = given.indexOf(option.dataset.id) + 1;
      verdict.textContent = `${placed ? this.words.placed : fill(this.words.misplaced, { place })}.`;
    } else if (given) {
      verdict.textContent = `${this.words[words[option.dataset.verdict]]}.`;
    }
  }

  verdict(right, chosen) {
    return right ? (chosen ? "both" : "right") : chosen ? "chosen" : "other";
  }

  /** Say beside the button what is missing. @param {string} text */
  hint(text) {
    const line = /** @type {HTMLElement} */ (this.element.querySelector(".hint"));
    line.textContent = "";
    line.textContent = text;
    if (text) this.list.querySelector("input")?.focus();
  }

  /** Move one place up or down; says where it stands now. @returns {string} */
  move(option, by) {
    const shown = [...this.list.children];
    const place = shown.indexOf(option) + by;
    if (place < 0 || place >= shown.length) return "";
    if (by < 0) shown[place].before(option);
    else shown[place].after(option);
    return fill(this.words.moved, { text: this.textOf(option), place: place + 1, total: shown.length });
  }
}
