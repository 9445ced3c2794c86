import { find, idOf } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { ChoiceQuestion } from "../choice.js";

/** A question whose options are words of a text or cells of a table; their reasons are in a list below. */
class HighlightQuestion extends ChoiceQuestion {
  /** They stay where they stand. @param {number} _seed */
  shuffle(_seed) {}

  get shown() {
    return this.options;
  }

  /** The entry of the list below that is about an option. @param {HTMLElement} option */
  entryOf(option) {
    return find(this.element, `.because [data-token="${idOf(option)}"]`);
  }

  /** @param {HTMLElement} option */
  textOf(option) {
    return find(this.entryOf(option), ".token").textContent;
  }

  /** @param {HTMLElement} option */
  reasonOf(option) {
    return find(this.entryOf(option), ".why").lastChild?.textContent?.trim() ?? ""; // after the verdict
  }

  /** @param {HTMLElement} option @param {number} index @param {string[] | null} answer */
  renderOption(option, index, answer) {
    super.renderOption(option, index, answer);
    const entry = this.entryOf(option);
    const { verdict = "" } = option.dataset;
    entry.dataset.verdict = verdict;
    const sign = find(option, ".verdict");
    if (verdict) find(entry, ".told").textContent = sign.textContent;
    sign.textContent = this.words[`sign_${verdict}`] ? ` ${this.words[`sign_${verdict}`]}` : "";
  }
}

defineItemKind("highlight", HighlightQuestion);
