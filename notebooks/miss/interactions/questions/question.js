import { find, findAll, idOf } from "../../widgets/find.js";
import { shuffled } from "../../widgets/shuffle.js";
import { groupsOf, pointsInWords } from "./points.js";
import { renderReasons } from "./reasons.js";
import { scoreOf } from "./scoring.js";

/**
 * The names of the words for questions of all kinds: those shown as they are, and those with placeholders.
 * @typedef {"choose" | "choose_all_parts" | "finish" | "incomplete" | "next" | "not_right" | "not_this"
 *   | "option_chosen" | "option_chosen_right" | "option_other" | "option_right" | "partly" | "reasons" | "right"
 *   | "summary_all_right" | "why_others"} TextName
 * @typedef {"at_most" | "points" | "question" | "score_text" | "summary_open" | "tally" | "tally_floor"
 *   | "tally_group"} TemplateName
 */
/**
 * The words; a kind has further ones of its own.
 * @typedef {Record<TextName, string> & Record<TemplateName, import("../../widgets/fill.js").Word>
 *   & Record<string, any>} Words
 */

/** One question on the page: its answer, its verdict, and its rendering. Each kind has a subclass. */
export class Question {
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
    /** The answer that is rendered, as JSON. @type {string | undefined} */
    this.rendered = undefined;
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
    return this.lists.every((list) => this.chosenIn(list).length >= leastOf(list)) ? "" : this.words.choose_all_parts;
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

  /** How much of the question an answer has done; nothing, if it is to be tried again. @param {string[] | null} answer */
  progressOf(answer) {
    return { done: answer && (!this.triesAgain || this.isRight(answer)) ? 1 : 0, total: 1 };
  }

  /** @param {string[]} answer */
  isRight(answer) {
    const { points, maximum } = this.scoreOf(answer);
    return points === maximum;
  }

  /** The points of an answer. @param {string[]} answer */
  scoreOf(answer) {
    return scoreOf(this.rule ?? "all_or_nothing", this.groups, answer);
  }

  /** Render an answer only if it has changed, to preserve an unsubmitted choice. Clearing an answer reshuffles.
   *  @param {string[] | null} answer @param {number} seed */
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
    this.renderResult(find(this.element, ".result"), answer);
    if (this.triesAgain) renderReasons(this, answer);
  }

  /** @param {HTMLElement} result @param {string[] | null} answer */
  renderResult(result, answer) {
    result.textContent = answer ? this.verdict(answer) : "";
    result.dataset.right = answer && this.isRight(answer) ? "yes" : "no";
    const points = answer ? pointsInWords(this, answer) : "";
    if (points) result.append(" ", Object.assign(document.createElement("small"), { textContent: points }));
  }

  /** The verdict on an answer. @param {string[]} answer */
  verdict(answer) {
    if (this.isRight(answer)) return this.words.right;
    if (!this.triesAgain) return this.rule && this.scoreOf(answer).points ? this.words.partly : this.notRight;
    return this.mistakes(answer).length ? this.words.not_this : this.words.incomplete;
  }

  /** The verdict on an answer that is not right. */
  get notRight() {
    return this.words.not_right;
  }

  /** The options that are wrong in an answer. @param {string[]} answer */
  mistakes(answer) {
    return this.options.filter((option) => answer.includes(idOf(option)) && !isMarkedRight(option));
  }

  /** Why an option is right, or not. @param {HTMLElement} option */
  reasonOf(option) {
    return find(option, ".why").lastChild?.textContent?.trim() ?? ""; // after the verdict
  }

  /** @param {HTMLElement} option @param {number} index its place in the file @param {string[] | null} answer */
  renderOption(option, index, answer) {
    this.setChosen(option, answer?.includes(idOf(option)) ?? false);
    /** @type {(HTMLInputElement | HTMLButtonElement)[]} */
    const controls = findAll(option, "input, button");
    for (const control of controls) control.disabled = this.isClosed(answer);
    const given = answer && !this.isHidden(option, answer) ? answer : null;
    const { name, text } = given ? this.verdictOn(option, index, given) : { name: "", text: "" };
    option.dataset.verdict = name;
    if (given) find(option, ".verdict").textContent = `${text}.`;
  }

  /** Whether an answer is the last one. @param {string[] | null} answer @returns {boolean} */
  isClosed(answer) {
    return answer !== null;
  }

  /** Whether the verdict on an option would give away what is still to be found.
   *  @param {HTMLElement} option @param {string[]} answer */
  isHidden(option, answer) {
    return this.triesAgain && !this.isRight(answer) && !answer.includes(idOf(option));
  }

  /** The verdict on an option: its name for the styles, and its text.
   *  @param {HTMLElement} option @param {number} _index its place in the file @param {string[]} answer */
  verdictOn(option, _index, answer) {
    const chosen = answer.includes(idOf(option));
    const { option_chosen_right, option_right, option_chosen, option_other } = this.words;
    if (isMarkedRight(option)) {
      return chosen ? { name: "both", text: option_chosen_right } : { name: "right", text: option_right };
    }
    return chosen ? { name: "chosen", text: option_chosen } : { name: "other", text: option_other };
  }

  /** Scroll to the answer, with its reason, clear of the bar that has the verdict. */
  revealChoice() {
    const option = this.shown.find((each) => this.isChosen(each));
    option?.scrollIntoView({ block: "nearest" });
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

/** Whether an option belongs to the right answer. @param {HTMLElement} option */
function isMarkedRight(option) {
  return option.dataset.right === "yes";
}
