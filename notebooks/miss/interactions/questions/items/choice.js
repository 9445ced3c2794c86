// @ts-check
import { Question } from "../question.js";

/** A question whose options are radio buttons or checkboxes. */
export class ChoiceQuestion extends Question {
  isChosen(option) {
    return option.querySelector("input").checked;
  }

  setChosen(option, chosen) {
    option.querySelector("input").checked = chosen;
  }
}
