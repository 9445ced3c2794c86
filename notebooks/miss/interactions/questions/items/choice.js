import { fill } from "../../../widgets/fill.js";
import { find, idOf } from "../../../widgets/find.js";
import { Question } from "../question.js";

/** A question whose options are radio buttons or checkboxes, in one list or several. */
export class ChoiceQuestion extends Question {
  /** The options that have been an answer since the question was last without one. @type {Set<string>} */
  tried = new Set();

  /** @param {(message: string) => void} _announce */
  enhance(_announce) {
    for (const list of this.lists) {
      list.addEventListener("change", ({ target }) => {
        if (target instanceof HTMLInputElement && target.checked) this.limit(list, target);
      });
    }
  }

  /** Take back the last tick, if it is one more than there may be. @param {HTMLElement} list @param {HTMLInputElement} input */
  limit(list, input) {
    const most = Number(list.dataset.most);
    if (input.type !== "checkbox" || this.chosenIn(list).length <= most) return;
    input.checked = false;
    this.showHint(fill(this.words.at_most, { count: most }));
  }

  /** Whether after a wrong answer another option is the next one: radio buttons, in a check between topics. */
  get choosesOn() {
    return this.triesAgain && this.answersAtOnce;
  }

  /** @param {string[] | null} answer */
  render(answer) {
    if (!answer) this.tried.clear();
    for (const id of answer ?? []) this.tried.add(id);
    super.render(answer);
  }

  /** @param {string[] | null} answer @returns {boolean} */
  isClosed(answer) {
    return super.isClosed(answer) && !(this.triesAgain && answer && !this.isRight(answer));
  }

  /** @param {string[]} chosen */
  keepChosen(chosen) {
    for (const option of this.options) this.setChosen(option, chosen.includes(idOf(option)));
  }

  /** @param {HTMLElement} option @param {number} index @param {string[] | null} answer */
  renderOption(option, index, answer) {
    super.renderOption(option, index, answer);
    if (this.choosesOn) inputOf(option).ariaDescription = answer && this.wasTried(option) ? this.toldOf(option) : null;
  }

  /** What has been said of an option that was tried. @param {HTMLElement} option */
  toldOf(option) {
    return `${this.words.option_chosen}. ${this.reasonOf(option)}`;
  }

  /** Whether an option has been an answer, and not the right one. @param {HTMLElement} option */
  wasTried(option) {
    const id = idOf(option);
    return this.choosesOn && this.tried.has(id) && !this.isRight([id]);
  }

  /** @param {HTMLElement} option @param {string[]} answer */
  isHidden(option, answer) {
    return super.isHidden(option, answer) && !this.wasTried(option);
  }

  /** @param {HTMLElement} option @param {number} index @param {string[]} answer */
  verdictOn(option, index, answer) {
    return super.verdictOn(option, index, this.wasTried(option) ? [idOf(option)] : answer);
  }

  /** @param {HTMLElement} option */
  isChosen(option) {
    return inputOf(option).checked;
  }

  /** @param {HTMLElement} option @param {boolean} chosen */
  setChosen(option, chosen) {
    inputOf(option).checked = chosen;
  }

  /** As in Python: of each list as many options as it takes, each once. @param {unknown} answer */
  normalizeAnswer(answer) {
    const valid = super.normalizeAnswer(answer);
    return valid && new Set(valid).size === valid.length && this.lists.every((list) => this.takes(list, valid))
      ? valid
      : null;
  }

  /** @param {HTMLElement} list @param {string[]} answer */
  takes(list, answer) {
    const count = this.optionsIn(list).filter((option) => answer.includes(idOf(option))).length;
    return count >= Number(list.dataset.least) && count <= Number(list.dataset.most);
  }
}

/** @param {HTMLElement} option @returns {HTMLInputElement} */
function inputOf(option) {
  return find(option, "input");
}
