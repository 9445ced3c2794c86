// @ts-check
import { defineItemKind } from "../../../notebooks/miss/interactions/questions/item_kinds.js";
import { Question } from "../../../notebooks/miss/interactions/questions/question.js";

/** A question whose options are cards that are turned over by a click. */
class PairQuestion extends Question {
  enhance(announce) {
    for (const option of this.options) {
      option.querySelector(".pick").addEventListener("click", () => {
        this.setChosen(option, !this.isChosen(option));
        announce(`${this.chosen.length} / 2`);
      });
    }
  }

  isChosen(option) {
    return option.querySelector(".pick").ariaPressed === "true";
  }

  setChosen(option, chosen) {
    option.querySelector(".pick").ariaPressed = String(chosen);
  }

  progressOf(answer) {
    return { done: answer?.length ?? 0, total: 2 };
  }

  normalizeAnswer(answer) {
    return super.normalizeAnswer(answer)?.length === 2 ? answer : null;
  }
}

defineItemKind("pair", PairQuestion);
