import { find } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { ChoiceQuestion } from "../choice.js";

/** A question with a list of columns in each row. A row has the reason of all of its columns. */
class MatrixQuestion extends ChoiceQuestion {
  /** The columns stay below their headings. @param {number} _seed */
  shuffle(_seed) {}

  get missing() {
    const missing = super.missing;
    return missing && missing !== this.words.choose ? this.words.rows_open : missing;
  }

  /** @param {HTMLElement} option */
  textOf(option) {
    const row = rowOf(option);
    return `${find(row, "legend").textContent}: ${super.textOf(option)}`;
  }

  /** @param {HTMLElement} option */
  reasonOf(option) {
    return find(rowOf(option), ".why").lastChild?.textContent?.trim() ?? "";
  }
}

/** @param {HTMLElement} option @returns {HTMLElement} */
function rowOf(option) {
  return /** @type {HTMLElement} */ (option.closest(".row"));
}

defineItemKind("matrix", MatrixQuestion);
