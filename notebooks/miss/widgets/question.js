// @ts-check
import { fill } from "./lesson.js";
import { shuffled } from "./shuffle.js";

/** One question on the page: its answer, its verdict, and its rendering. */
export class Question {
  /** @param {HTMLElement} element @param {Record<string, string>} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.id ?? "";
    this.kind = element.dataset.kind;
    this.list = /** @type {HTMLElement} */ (element.querySelector(".options"));
    /** @type {HTMLElement[]} */
    this.options = [...element.querySelectorAll(".option")]; // in the file's order, which for "order" is the right one
    for (const button of element.querySelectorAll(".up, .down")) this.labelMoveButton(button);
  }

  labelMoveButton(button) {
    const label = button.matches(".up") ? this.words.up : this.words.down;
    button.setAttribute("aria-label", fill(label, { text: this.textOf(button.closest(".option")) }));
  }

  textOf(option) {
    return option.querySelector(".answer").textContent;
  }

  /** Shuffle the options by a seed; an order question never starts in the right order. */
  shuffle(seed) {
    const order = shuffled(this.options, seed);
    if (this.kind === "order" && order.every((option, index) => option === this.options[index])) order.reverse();
    this.list.append(...order);
  }

  /** The ids of the checked options; for an order, of all options as currently arranged. @returns {string[]} */
  get chosen() {
    const shown = /** @type {HTMLElement[]} */ ([...this.list.children]);
    const chosen = this.kind === "order" ? shown : shown.filter((option) => option.querySelector("input")?.checked);
    return chosen.map((option) => option.dataset.id ?? "");
  }

  /** Return an answer if it has this question's options only, else null.
   *  @param {any} answer @returns {string[] | null} */
  normalizeAnswer(answer) {
    const known = this.options.map((option) => option.dataset.id);
    const valid = Array.isArray(answer) && answer.length > 0 && answer.every((id) => known.includes(id));
    return valid && (this.kind !== "order" || new Set(answer).size === known.length) ? answer : null;
  }

  /** @param {string[]} answer */
  isRight(answer) {
    const right = this.options.filter((option) => option.dataset.right === "yes").map((option) => option.dataset.id);
    if (this.kind === "order") return right.every((id, index) => id === answer[index]);
    return right.length === answer.length && right.every((id) => answer.includes(id ?? ""));
  }

  /** Render an answer only if it has changed, to preserve an unsubmitted choice. Clearing an answer reshuffles. */
  renderAnswer(answer, seed) {
    const serialized = JSON.stringify(answer);
    if (serialized === this.rendered) return;
    if (this.rendered && !answer) this.shuffle(seed);
    this.rendered = serialized;
    this.render(answer);
  }

  /** Render the question as answered (with reasons) or as unanswered. @param {string[] | null} answer */
  render(answer) {
    this.element.toggleAttribute("data-answered", answer !== null);
    if (answer && this.kind === "order") this.list.append(...this.options); // once answered, in the right order
    this.options.forEach((option, index) => this.renderOption(option, index, answer));
    const result = /** @type {HTMLElement} */ (this.element.querySelector(".result"));
    const order = this.kind === "order" ? `. ${this.words.right_order}` : "";
    result.textContent = answer ? (this.isRight(answer) ? this.words.right : `${this.words.not_right}${order}`) : "";
    result.dataset.right = answer && this.isRight(answer) ? "yes" : "no";
  }

  renderOption(option, index, answer) {
    const input = option.querySelector("input");
    const chosen = answer?.includes(option.dataset.id) ?? false;
    const right = option.dataset.right === "yes";
    if (input) {
      input.checked = chosen;
      input.disabled = answer !== null;
    }
    for (const button of option.querySelectorAll("button")) button.disabled = answer !== null;
    const placed = this.kind === "order" && answer?.[index] === option.dataset.id;
    const verdictKey = this.kind === "order" ? (placed ? "placed" : "moved") : this.verdictOf(right, chosen);
    option.dataset.verdict = answer ? verdictKey : "";
    const words = { both: "option_chosen_right", right: "option_right", chosen: "option_chosen", other: "option_other" };
    const verdict = /** @type {HTMLElement} */ (option.querySelector(".verdict"));
    if (answer && this.kind === "order") {
      const place = answer.indexOf(option.dataset.id) + 1;
      verdict.textContent = `${placed ? this.words.placed : fill(this.words.misplaced, { place })}.`;
    } else if (answer) {
      verdict.textContent = `${this.words[words[option.dataset.verdict]]}.`;
    }
  }

  verdictOf(right, chosen) {
    return right ? (chosen ? "both" : "right") : chosen ? "chosen" : "other";
  }

  /** Show next to the button what is missing. @param {string} text */
  showHint(text) {
    const hint = /** @type {HTMLElement} */ (this.element.querySelector(".hint"));
    hint.textContent = ""; // so that the same text is announced again
    hint.textContent = text;
    if (text) this.list.querySelector("input")?.focus();
  }

  /** Move an option by one position, and return the message to announce. @returns {string} */
  move(option, offset) {
    const shown = [...this.list.children];
    const place = shown.indexOf(option) + offset;
    if (place < 0 || place >= shown.length) return "";
    if (offset < 0) shown[place].before(option);
    else shown[place].after(option);
    return fill(this.words.moved, { text: this.textOf(option), place: place + 1, total: shown.length });
  }
}
