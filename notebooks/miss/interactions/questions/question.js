// @ts-check
import { shuffled } from "./shuffle.js";

/** One question on the page: its answer, its verdict, and its rendering. Each kind has a subclass. */
export class Question {
  /** @param {HTMLElement} element @param {Record<string, string>} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.id ?? "";
    this.list = /** @type {HTMLElement} */ (element.querySelector(".options"));
    /** @type {HTMLElement[]} */
    this.options = [...element.querySelectorAll(".option")]; // in the order of the file
  }

  /** Add the listeners of the question's own controls. @param {(message: string) => void} _announce */
  enhance(_announce) {}

  textOf(option) {
    return option.querySelector(".answer").textContent;
  }

  /** Shuffle the options by a seed. @param {number} seed */
  shuffle(seed) {
    this.list.append(...this.shuffledOptions(seed));
  }

  /** @param {number} seed */
  shuffledOptions(seed) {
    return shuffled(this.options, seed);
  }

  /** The options as currently arranged. @returns {HTMLElement[]} */
  get shown() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]);
  }

  /** The ids of the chosen options, in the order shown. @returns {string[]} */
  get chosen() {
    return this.shown.filter((option) => this.isChosen(option)).map((option) => option.dataset.id ?? "");
  }

  /** Whether the learner has chosen an option. @param {HTMLElement} _option */
  isChosen(_option) {
    return false;
  }

  /** Mark an option as chosen, or not. @param {HTMLElement} _option @param {boolean} _chosen */
  setChosen(_option, _chosen) {}

  /** Return an answer if it has this question's options only, else null.
   *  @param {any} answer @returns {string[] | null} */
  normalizeAnswer(answer) {
    const known = this.options.map((option) => option.dataset.id);
    return Array.isArray(answer) && answer.length > 0 && answer.every((id) => known.includes(id)) ? answer : null;
  }

  /** How much of the question an answer has done. @param {string[] | null} answer */
  progressOf(answer) {
    return { done: answer ? 1 : 0, total: 1 };
  }

  /** @param {string[]} answer */
  isRight(answer) {
    const right = this.options.filter(isMarkedRight).map((option) => option.dataset.id);
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
    this.options.forEach((option, index) => {
      this.renderOption(option, index, answer);
    });
    const result = /** @type {HTMLElement} */ (this.element.querySelector(".result"));
    const right = answer !== null && this.isRight(answer);
    result.textContent = answer ? (right ? this.words.right : this.notRight) : "";
    result.dataset.right = right ? "yes" : "no";
  }

  /** The verdict on an answer that is not right. */
  get notRight() {
    return this.words.not_right;
  }

  renderOption(option, index, answer) {
    this.setChosen(option, answer?.includes(option.dataset.id) ?? false);
    for (const control of option.querySelectorAll("input, button")) control.disabled = answer !== null;
    const { name, text } = answer ? this.verdictOn(option, index, answer) : { name: "", text: "" };
    option.dataset.verdict = name;
    if (answer) option.querySelector(".verdict").textContent = `${text}.`;
  }

  /** The verdict on an option: its name for the styles, and its text.
   *  @param {HTMLElement} option @param {number} _index its place in the file @param {string[]} answer */
  verdictOn(option, _index, answer) {
    const chosen = answer.includes(option.dataset.id ?? "");
    const { option_chosen_right, option_right, option_chosen, option_other } = this.words;
    if (isMarkedRight(option)) {
      return chosen ? { name: "both", text: option_chosen_right } : { name: "right", text: option_right };
    }
    return chosen ? { name: "chosen", text: option_chosen } : { name: "other", text: option_other };
  }

  /** Show next to the button what is missing. @param {string} text */
  showHint(text) {
    const hint = /** @type {HTMLElement} */ (this.element.querySelector(".hint"));
    hint.textContent = ""; // so that the same text is announced again
    hint.textContent = text;
    if (text) /** @type {HTMLElement | null} */ (this.list.querySelector("input, button"))?.focus();
  }
}

/** Whether an option belongs to the right answer. @param {HTMLElement} option */
function isMarkedRight(option) {
  return option.dataset.right === "yes";
}
