import { fill } from "../../../../widgets/fill.js";
import { find, idOf } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { ChoiceQuestion } from "../choice.js";

/** A talk that learners give first. Then the boxes and a model talk are shown, and they tick what was in theirs. */
class TeachBackQuestion extends ChoiceQuestion {
  /** @param {(message: string) => void} announce */
  enhance(announce) {
    super.enhance(announce);
    find(this.element, ".said-it").addEventListener("click", () => {
      this.showBoxes(true);
      this.focusBoxes();
    });
    // Browsers scroll to its first line only, and leave the others under the bar of the page.
    this.ownWords.addEventListener("focus", () => this.ownWords.scrollIntoView({ block: "nearest" }));
    // The words are no part of an answer: a change of them takes none back.
    this.ownWords.addEventListener("change", (event) => event.stopPropagation());
    for (const option of this.options) option.addEventListener("change", () => this.keepApart(option));
  }

  get ownWords() {
    return /** @type {HTMLTextAreaElement} */ (find(this.element, ".own-words textarea"));
  }

  /** Show the boxes, or first have the talk given. What was said aloud leaves no empty field behind.
   *  @param {boolean} shown */
  showBoxes(shown) {
    this.element.toggleAttribute("data-said", shown);
    find(this.element, ".own-words").hidden = shown && !this.ownWords.value.trim();
  }

  get hasBoxes() {
    return this.element.hasAttribute("data-said");
  }

  /** Go to the boxes; what was written stays in sight above them. */
  focusBoxes() {
    const title = find(this.element, ".compare h4");
    title.focus({ preventScroll: true });
    const top = this.ownWords.checkVisibility() ? this.ownWords : title;
    top.scrollIntoView();
  }

  focus() {
    if (this.hasBoxes) super.focus();
    else this.ownWords.focus();
  }

  /** The order of the file is that of a talk. @param {number} _seed */
  shuffle(_seed) {}

  /** Untick what cannot be true together with an option that was ticked. @param {HTMLElement} option */
  keepApart(option) {
    if (!this.isChosen(option)) return;
    for (const each of this.options) if (isBox(each) !== isBox(option)) this.setChosen(each, false);
  }

  /** As in Python: that nothing was in it stands alone. @param {unknown} answer */
  normalizeAnswer(answer) {
    const valid = super.normalizeAnswer(answer);
    const alone = this.options.some((option) => !isBox(option) && valid?.includes(idOf(option)));
    return alone && valid && valid.length > 1 ? null : valid;
  }

  /** What is tried again is said with the model in sight. @param {string[] | null} answer */
  render(answer) {
    super.render(answer);
    this.showBoxes(answer !== null || (this.triesAgain && this.hasBoxes));
  }

  /** @param {string[]} answer */
  verdict(answer) {
    return fill(this.isRight(answer) ? this.words.all_in : this.words.some_in, this.scoreOf(answer));
  }

  /** The verdict has them. @returns {string[]} */
  pointsTold() {
    return [];
  }

  /** @param {HTMLElement} option */
  reasonOf(option) {
    return find(option, ".example, .why").lastChild?.textContent?.trim() ?? "";
  }

  /** @param {HTMLElement} option @param {number} _index its place in the file @param {string[]} answer */
  verdictOn(option, _index, answer) {
    const { in_it, not_in_it, none_ticked } = this.words;
    const chosen = answer.includes(idOf(option));
    if (!isBox(option)) return { name: chosen ? "none" : "unused", text: none_ticked };
    return chosen ? { name: "both", text: in_it } : { name: "open", text: not_in_it };
  }
}

/** Whether an option is a box, not that there was none. @param {HTMLElement} option */
function isBox(option) {
  return option.dataset.right === "yes";
}

defineItemKind("teach_back", TeachBackQuestion);
