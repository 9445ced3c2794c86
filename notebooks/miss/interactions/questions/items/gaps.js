import { find, findAll, idOf } from "../../../widgets/find.js";
import { ChoiceQuestion } from "./choice.js";

/** A question whose gaps are filled from selects. Each gap has a list of its options below, with their reasons. */
export class GapsQuestion extends ChoiceQuestion {
  /** The selects, by gap. @type {Map<string | undefined, HTMLSelectElement>} */
  selects = new Map(findAll(this.element, ".gap").map((gap) => [gap.dataset.gap, find(gap, "select")]));

  /** @param {HTMLElement} option */
  selectOf(option) {
    const list = /** @type {HTMLElement} */ (option.closest(".options"));
    return /** @type {HTMLSelectElement} */ (this.selects.get(list.dataset.gap));
  }

  /** Each select has its options in the order of their list. @param {number} seed */
  shuffle(seed) {
    super.shuffle(seed);
    for (const option of this.shown) {
      const select = this.selectOf(option);
      select.append(find(select, `[value="${idOf(option)}"]`));
    }
  }

  /** @param {HTMLElement} option */
  isChosen(option) {
    return this.selectOf(option).value === idOf(option);
  }

  /** @param {HTMLElement} option @param {boolean} chosen */
  setChosen(option, chosen) {
    const select = this.selectOf(option);
    if (chosen) select.value = idOf(option);
    else if (select.value === idOf(option)) select.value = "";
  }

  /** @param {HTMLElement} option */
  textOf(option) {
    return `${this.selectOf(option).ariaLabel}: ${super.textOf(option)}`;
  }

  /** @param {string[] | null} answer */
  render(answer) {
    super.render(answer);
    for (const select of this.selects.values()) {
      select.disabled = this.isClosed(answer);
      const option = this.options.find((each) => idOf(each) === select.value);
      this.markGap(select, option?.dataset.verdict ? option : undefined);
    }
  }

  /** Show the verdict on what stands in a gap, if there is one. @param {HTMLSelectElement} select @param {HTMLElement | undefined} option */
  markGap(select, option) {
    const gap = /** @type {HTMLElement} */ (select.parentElement);
    gap.dataset.verdict = option?.dataset.verdict ?? "";
    select.ariaDescription = option ? find(option, ".verdict").textContent : null;
  }

  /** The gaps: in a check that is tried again, their options below are not shown. */
  get inSight() {
    return findAll(this.element, ".gap");
  }

  /** The sentence, with its gaps, stands above their reasons. */
  revealChoice() {
    find(this.element, ".gap select").scrollIntoView({ block: "nearest" });
  }

  /** To the first gap that is open. */
  focus() {
    const selects = [...this.selects.values()];
    (selects.find((select) => !select.value) ?? selects[0])?.focus();
  }
}
