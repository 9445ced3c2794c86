import { find } from "../../../widgets/find.js";
import { Question } from "../question.js";

/** A question whose options are radio buttons or checkboxes. */
export class ChoiceQuestion extends Question {
  /** @param {HTMLElement} option */
  isChosen(option) {
    return inputOf(option).checked;
  }

  /** @param {HTMLElement} option @param {boolean} chosen */
  setChosen(option, chosen) {
    inputOf(option).checked = chosen;
  }
}

/** @param {HTMLElement} option @returns {HTMLInputElement} */
function inputOf(option) {
  return find(option, "input");
}
