import { defineItemKind } from "../../../notebooks/miss/interactions/questions/item_kinds.js";
import { Question } from "../../../notebooks/miss/interactions/questions/question.js";
import { fill } from "../../../notebooks/miss/widgets/fill.js";
import { find } from "../../../notebooks/miss/widgets/find.js";

/** A question whose options are cards that are turned over by a click. */
class PairQuestion extends Question {
  /** @param {(message: string) => void} announce */
  enhance(announce) {
    for (const option of this.options) {
      find(option, ".pick").addEventListener("click", () => {
        this.setChosen(option, !this.isChosen(option));
        announce(fill(this.words.turned, { count: this.chosen.length }));
      });
    }
  }

  /** @param {HTMLElement} option */
  isChosen(option) {
    return find(option, ".pick").ariaPressed === "true";
  }

  /** @param {HTMLElement} option @param {boolean} chosen */
  setChosen(option, chosen) {
    find(option, ".pick").ariaPressed = String(chosen);
  }

  /** @param {string[] | null} answer */
  progressOf(answer) {
    return { done: answer?.length ?? 0, total: 2 };
  }

  /** @param {unknown} answer */
  normalizeAnswer(answer) {
    const valid = super.normalizeAnswer(answer);
    return valid?.length === 2 ? valid : null;
  }
}

defineItemKind("pair", PairQuestion);
