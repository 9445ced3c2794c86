// @ts-check
import { fill } from "../../../../widgets/lesson.js";
import { defineItemKind } from "../../item_kinds.js";
import { Question } from "../../question.js";

/** A question whose options are moved into their order; the file lists them in the right one. */
class OrderQuestion extends Question {
  enhance(announce) {
    for (const button of this.element.querySelectorAll(".up, .down")) {
      const [offset, label] = button.matches(".up") ? [-1, this.words.up] : [1, this.words.down];
      const option = button.closest(".option");
      button.setAttribute("aria-label", fill(label, { text: this.textOf(option) }));
      button.addEventListener("click", () => {
        announce(this.move(option, offset));
        button.focus();
      });
    }
  }

  /** Move an option by one position, and return the message to announce. @returns {string} */
  move(option, offset) {
    const { shown } = this;
    const place = shown.indexOf(option) + offset;
    if (place < 0 || place >= shown.length) return "";
    if (offset < 0) shown[place].before(option);
    else shown[place].after(option);
    return fill(this.words.moved, { text: this.textOf(option), place: place + 1, total: shown.length });
  }

  /** Never in the right order at first. */
  shuffledOptions(seed) {
    const order = super.shuffledOptions(seed);
    return order.every((option, index) => option === this.options[index]) ? order.reverse() : order;
  }

  isChosen() {
    return true;
  }

  normalizeAnswer(answer) {
    const valid = super.normalizeAnswer(answer);
    return new Set(valid).size === this.options.length ? valid : null;
  }

  isRight(answer) {
    return this.options.every((option, index) => option.dataset.id === answer[index]);
  }

  render(answer) {
    if (answer) this.list.append(...this.options); // once answered, in the right order
    super.render(answer);
  }

  get notRight() {
    return `${this.words.not_right}. ${this.words.right_order}`;
  }

  verdictOn(option, index, answer) {
    const { id } = option.dataset;
    if (answer[index] === id) return { name: "placed", text: this.words.placed };
    return { name: "moved", text: fill(this.words.misplaced, { place: answer.indexOf(id) + 1 }) };
  }
}

defineItemKind("order", OrderQuestion);
