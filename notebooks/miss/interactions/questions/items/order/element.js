import { fill } from "../../../../widgets/fill.js";
import { find, idOf } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { Question } from "../../question.js";

/** A question whose options are moved into their order; the file lists them in the right one. */
class OrderQuestion extends Question {
  /** @param {(message: string) => void} announce */
  enhance(announce) {
    for (const option of this.options) {
      const text = this.textOf(option);
      for (const [selector, label, offset] of this.moves) {
        const button = find(option, selector);
        button.setAttribute("aria-label", fill(label, { text }));
        button.addEventListener("click", () => {
          announce(this.move(option, offset));
          button.focus();
        });
      }
    }
  }

  /** Each button's selector, its label, and by how many positions it moves an option.
   *  @returns {[string, string, -1 | 1][]} */
  get moves() {
    return [
      [".up", this.words.up, -1],
      [".down", this.words.down, 1],
    ];
  }

  /** Move an option by one position, and return the message to announce.
   *  @param {HTMLElement} option @param {-1 | 1} offset */
  move(option, offset) {
    const { shown } = this;
    const place = shown.indexOf(option) + offset;
    const neighbor = shown[place];
    if (!neighbor) return "";
    if (offset < 0) neighbor.before(option);
    else neighbor.after(option);
    return fill(this.words.moved, { text: this.textOf(option), place: place + 1, total: shown.length });
  }

  /** Never in the right order at first. @param {number} seed */
  shuffledOptions(seed) {
    const order = super.shuffledOptions(seed);
    return order.every((option, index) => option === this.options[index]) ? order.reverse() : order;
  }

  isChosen() {
    return true;
  }

  /** @param {unknown} answer */
  normalizeAnswer(answer) {
    const valid = super.normalizeAnswer(answer);
    const { length } = this.options;
    return valid?.length === length && new Set(valid).size === length ? valid : null;
  }

  /** @param {string[]} answer */
  isRight(answer) {
    return this.options.every((option, index) => idOf(option) === answer[index]);
  }

  /** @param {string[] | null} answer */
  render(answer) {
    if (answer) this.list.append(...this.options); // once answered, in the right order
    super.render(answer);
  }

  get notRight() {
    return `${this.words.not_right}. ${this.words.right_order}`;
  }

  /** @param {HTMLElement} option @param {number} index @param {string[]} answer */
  verdictOn(option, index, answer) {
    const id = idOf(option);
    if (answer[index] === id) return { name: "placed", text: this.words.placed };
    return { name: "moved", text: fill(this.words.misplaced, { place: answer.indexOf(id) + 1 }) };
  }
}

defineItemKind("order", OrderQuestion);
