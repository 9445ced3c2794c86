import { find, findAll, idOf } from "../../widgets/find.js";
import { ItemResponse } from "./item_response.js";
import { pointsInWords } from "./points.js";
import { renderReasons } from "./reasons.js";
import { GAP_AT_PLACE } from "./reveal.js";
import { scoreOf } from "./scoring.js";

/**
 * @typedef {import("./item_response.js").TextName} TextName
 * @typedef {import("./item_response.js").TemplateName} TemplateName
 * @typedef {import("./item_response.js").Words} Words
 */

/** One question on the page: the verdict on its answer, and its rendering. Each kind has a subclass. */
export class Question extends ItemResponse {
  /** The answer that is rendered, as JSON. @type {string | undefined} */
  rendered = undefined;

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
    const partly = answer && this.rule && !this.isRight(answer) && this.scoreOf(answer).points > 0;
    result.toggleAttribute("data-partly", Boolean(partly));
    for (const text of answer ? this.pointsTold(answer) : []) {
      result.append(" ", Object.assign(document.createElement("small"), { textContent: `${text}.` }));
    }
  }

  /** The points of an answer in words, beside the verdict. @param {string[]} answer */
  pointsTold(answer) {
    return pointsInWords(this, answer);
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
    const { offsetHeight } = find(this.element, ".bar");
    this.element.style.setProperty("--verdict", `${offsetHeight + GAP_AT_PLACE}px`);
    option?.scrollIntoView({ block: "nearest" });
  }
}

/** Whether an option belongs to the right answer. @param {HTMLElement} option */
function isMarkedRight(option) {
  return option.dataset.right === "yes";
}
