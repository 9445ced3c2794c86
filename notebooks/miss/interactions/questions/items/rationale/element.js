import { idOf } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { GapsQuestion } from "../gaps.js";

/** A pair of a claim and its reason, which is right as a whole or not at all. */
class RationaleQuestion extends GapsQuestion {
  /** A pair that fails is told from one of which nothing is right once it is final; before, that would help to guess.
   *  @param {string[]} answer */
  verdict(answer) {
    if (this.isRight(answer)) return this.words.right;
    return this.triesAgain || this.isHalfRight(answer) ? this.words.pair_fails : this.words.not_right;
  }

  /** @param {string[]} answer */
  isHalfRight(answer) {
    return this.options.some((option) => option.dataset.right === "yes" && answer.includes(idOf(option)));
  }

  /** While it can be tried again, nothing tells which half is wrong. @param {string[]} answer */
  mistakes(answer) {
    return this.triesAgain ? [] : super.mistakes(answer);
  }

  /** @param {HTMLElement} _option @param {string[]} answer */
  isHidden(_option, answer) {
    return this.triesAgain && !this.isRight(answer);
  }

  /** While it can be tried again, a sign at one half would tell of the other.
   *  @param {HTMLSelectElement} select @param {HTMLElement | undefined} option */
  markGap(select, option) {
    super.markGap(select, !this.triesAgain || this.isRight(this.chosen) ? option : undefined);
  }
}

defineItemKind("rationale", RationaleQuestion);
