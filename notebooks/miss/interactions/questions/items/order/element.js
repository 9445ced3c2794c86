import { fill } from "../../../../widgets/fill.js";
import { find, idOf } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { Question } from "../../question.js";

/** A question whose options are chosen one after the other: each moves up to its place. The file lists them in the right
 *  order. In a round, one that is chosen again is taken back; a check between topics takes the right one only. */
class OrderQuestion extends Question {
  /** @param {(message: string) => void} announce */
  enhance(announce) {
    for (const option of this.options) {
      const button = wrapAnswer(option);
      button.addEventListener("click", () => {
        this.showHint("");
        if (!this.triesAgain) announce(this.isChosen(option) ? this.takeBack(option) : this.place(option));
        else if (!this.isChosen(option)) this.placeIfNext(option, announce);
        button.focus(); // what is moved in the page loses it
      });
    }
  }

  /** @param {HTMLElement} option @param {(message: string) => void} announce */
  placeIfNext(option, announce) {
    const { length } = this.chosen;
    if (option === this.options[length]) {
      announce(this.place(option));
      if (length + 1 === this.options.length) this.complete();
    } else {
      this.missed = true;
      this.showHint(fill(this.words.not_yet, { why: this.reasonOf(option) }));
    }
  }

  /** Move an option up to the next place, and return the message to announce. @param {HTMLElement} option */
  place(option) {
    const place = this.chosen.length;
    option.parentElement?.insertBefore(option, this.shown[place] ?? null);
    this.setChosen(option, true);
    this.renderPlaces();
    return fill(this.words.moved, { text: this.textOf(option), place: place + 1, total: this.options.length });
  }

  /** Take an option back below those that have a place, and return the message. @param {HTMLElement} option */
  takeBack(option) {
    this.shown[this.chosen.length - 1]?.after(option);
    this.setChosen(option, false);
    this.renderPlaces();
    return fill(this.words.taken_back, { text: this.textOf(option) });
  }

  renderPlaces() {
    this.shown.forEach((option, index) => {
      find(option, ".number").textContent = this.isChosen(option) ? `${index + 1}` : "";
    });
  }

  /** Never in the right order at first. @param {HTMLElement[]} options @param {number} seed */
  shuffledOptions(options, seed) {
    const order = super.shuffledOptions(options, seed);
    return order.every((option, index) => option === this.options[index]) ? order.reverse() : order;
  }

  get missing() {
    return this.chosen.length < this.options.length ? this.words.unplaced : "";
  }

  /** @param {HTMLElement} option */
  isChosen(option) {
    return find(option, ".pick").ariaPressed === "true";
  }

  /** @param {HTMLElement} option @param {boolean} chosen */
  setChosen(option, chosen) {
    find(option, ".pick").ariaPressed = `${chosen}`;
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

  /** What came too early. @param {string[]} answer */
  mistakes(answer) {
    const place = this.options.findIndex((option, index) => idOf(option) !== answer[index]);
    return this.options.filter((option) => idOf(option) === answer[place]);
  }

  /** @param {string[] | null} answer */
  render(answer) {
    if (answer) this.lists[0]?.append(...this.arranged(answer));
    super.render(answer);
    this.renderPlaces();
  }

  /** The options in the right order; as they were put, if that is to be tried again. @param {string[]} answer */
  arranged(answer) {
    if (!this.triesAgain) return this.options;
    return [...this.options].sort((one, other) => answer.indexOf(idOf(one)) - answer.indexOf(idOf(other)));
  }

  get notRight() {
    return `${this.words.not_right}. ${this.words.right_order}`;
  }

  /** @param {HTMLElement} _option @param {string[]} answer */
  isHidden(_option, answer) {
    return this.triesAgain && !this.isRight(answer);
  }

  /** @param {HTMLElement} option @param {number} index @param {string[]} answer */
  verdictOn(option, index, answer) {
    const id = idOf(option);
    if (answer[index] === id) return { name: "placed", text: this.words.placed };
    return { name: "moved", text: fill(this.words.misplaced, { place: answer.indexOf(id) + 1 }) };
  }
}

/** Put the text of an option into a button, after its place. @param {HTMLElement} option */
function wrapAnswer(option) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pick";
  const number = Object.assign(document.createElement("span"), { className: "number" });
  const answer = find(option, ".answer");
  answer.replaceWith(button);
  button.append(number, " ", answer);
  return button;
}

defineItemKind("order", OrderQuestion);
