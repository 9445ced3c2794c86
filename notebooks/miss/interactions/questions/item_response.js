import { fill } from "../../widgets/fill.js";
import { find, findAll, idOf } from "../../widgets/find.js";
import { shuffled } from "../../widgets/shuffle.js";
import { groupsOf } from "./points.js";

/**
 * The names of the words for questions of all kinds: those shown as they are, and those with placeholders.
 * @typedef {"choose" | "choose_all_parts" | "finish" | "incomplete" | "next" | "not_right" | "not_this"
 *   | "once_more" | "option_chosen" | "option_chosen_right" | "option_other" | "option_right" | "partly" | "reasons" | "right"
 *   | "summary_all_right" | "why_others"} TextName
 * @typedef {"at_most" | "choose_count" | "points" | "question" | "score_text" | "summary_open" | "tally" | "tally_floor"
 *   | "tally_group"} TemplateName
 */
/**
 * The words; a kind has further ones of its own.
 * @typedef {Record<TextName, string> & Record<TemplateName, import("../../widgets/fill.js").Word>
 *   & Record<string, any>} Words
 */

/** What can be chosen in one question on the page, and what has been. */
export class ItemResponse {
  /** @param {HTMLElement} element @param {Words} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = idOf(element);
    /** Whether a wrong answer leaves the right one to be found. */
    this.triesAgain = false;
    /** Answers the question, in a check that waits for no button. */
    this.complete = () => {};
    /** Whether something was chosen that was not right, before there was an answer. */
    this.missed = false;
    /** The lists of options: one for each field. @type {HTMLElement[]} */
    this.lists = findAll(element, ".options");
    /** @type {HTMLElement[]} */
    this.options = findAll(element, ".option"); // in the order of the file
    this.objective = element.dataset.objective;
    /** Whether it is about what must not wait. */
    this.redFlag = element.hasAttribute("data-red-flag");
    /** How an answer is scored; without it, it is right or not. */
    this.rule = /** @type {import("./scoring.js").ScoringRule | undefined} */ (element.dataset.rule);
    this.groups = groupsOf(this.options);
  }

  /** Add the listeners of the question's own controls. @param {(message: string) => void} _announce */
  enhance(_announce) {}

  /** Whether one click gives an answer, in a check between topics. */
  get answersAtOnce() {
    return this.element.hasAttribute("data-at-once");
  }

  /** @param {HTMLElement} option */
  textOf(option) {
    return find(option, ".answer").textContent;
  }

  /** Shuffle the options of each list, unlike those of the list before it. @param {number} seed */
  shuffle(seed) {
    this.lists.forEach((list, index) => {
      list.append(...this.shuffledOptions(this.optionsIn(list), seed + index));
    });
  }

  /** @param {HTMLElement[]} options @param {number} seed */
  shuffledOptions(options, seed) {
    return shuffled(options, seed);
  }

  /** The options of a list, in the order of the file. @param {HTMLElement} list */
  optionsIn(list) {
    return this.options.filter((option) => list.contains(option));
  }

  /** The options as currently arranged. @returns {HTMLElement[]} */
  get shown() {
    return this.lists.flatMap((list) => findAll(list, ":scope > *"));
  }

  /** What is to be in sight with a verdict: the first option chosen, and what follows it. */
  get inSight() {
    const chosen = this.shown.findIndex((option) => this.isChosen(option));
    return chosen < 0 ? [] : this.shown.slice(chosen);
  }

  /** The ids of the chosen options, in the order shown. @returns {string[]} */
  get chosen() {
    return this.shown.filter((option) => this.isChosen(option)).map(idOf);
  }

  /** What to say if no answer is chosen yet; else "". @returns {string} */
  get missing() {
    if (!this.chosen.length) return this.words.choose;
    const open = this.lists.find((list) => this.chosenIn(list).length < leastOf(list));
    if (!open) return "";
    return this.lists.length > 1
      ? this.words.choose_all_parts
      : fill(this.words.choose_count, { count: leastOf(open) });
  }

  /** The chosen options of a list. @param {HTMLElement} list */
  chosenIn(list) {
    return this.optionsIn(list).filter((option) => this.isChosen(option));
  }

  /** Whether the learner has chosen an option. @param {HTMLElement} _option */
  isChosen(_option) {
    return false;
  }

  /** Mark an option as chosen, or not. @param {HTMLElement} _option @param {boolean} _chosen */
  setChosen(_option, _chosen) {}

  /** Show again what was chosen, once an answer is cleared to be tried again. @param {string[]} _chosen */
  keepChosen(_chosen) {}

  /** Return an answer if it has this question's options only, else null.
   *  @param {unknown} answer @returns {string[] | null} */
  normalizeAnswer(answer) {
    const known = this.options.map(idOf);
    return Array.isArray(answer) && answer.length > 0 && answer.every((id) => known.includes(id)) ? answer : null;
  }

  /** Show next to the button what is missing. @param {string} text */
  showHint(text) {
    const hint = find(this.element, ".hint");
    hint.textContent = ""; // so that the same text is announced again
    hint.textContent = text;
  }

  focus() {
    findAll(this.element, "input, select, button.pick")[0]?.focus();
  }
}

/** How many options of a list an answer has at least. @param {HTMLElement} list */
function leastOf(list) {
  return Number(list.dataset.least ?? 1);
}
