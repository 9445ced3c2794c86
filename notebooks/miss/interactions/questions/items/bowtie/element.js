import { find, findAll, idOf } from "../../../../widgets/find.js";
import { defineItemKind } from "../../item_kinds.js";
import { ChoiceQuestion } from "../choice.js";

/** A question with three banks of options; what is chosen is shown in the slots of a drawn bow-tie. */
class BowtieQuestion extends ChoiceQuestion {
  /** @param {(message: string) => void} announce */
  enhance(announce) {
    super.enhance(announce);
    for (const stem of findAll(this.element, ".of-stem")) stem.remove(); // here one question is shown at a time
    this.element.addEventListener("change", () => this.fillSlots());
    for (const slot of findAll(this.element, ".slot")) slot.addEventListener("click", () => this.goToBank(slot));
  }

  /** Lead from a slot to what can stand in it. @param {HTMLElement} slot */
  goToBank({ dataset }) {
    const bank = find(this.element, `.bank[data-bank="${dataset.bank}"]`);
    bank.scrollIntoView({ block: "start" });
    find(bank, "input").focus({ preventScroll: true });
  }

  /** The bow-tie, with its verdicts, stands above its banks. */
  revealChoice() {
    find(this.element, ".bow").scrollIntoView({ block: "nearest" });
  }

  get missing() {
    const missing = super.missing;
    return missing && missing !== this.words.choose ? this.words.slots_open : missing;
  }

  /** @param {string[] | null} answer */
  render(answer) {
    super.render(answer);
    this.fillSlots();
  }

  /** @param {string[]} chosen */
  keepChosen(chosen) {
    super.keepChosen(chosen);
    this.fillSlots();
  }

  fillSlots() {
    for (const bank of findAll(this.element, ".bank")) {
      const slots = findAll(this.element, `.slot[data-bank="${bank.dataset.bank}"]`);
      fillBank(slots, this.chosenIn(bank), (option) => this.textOf(option));
    }
  }
}

/** Fill the slots of a bank: what has or had one keeps it, and what is new takes the first that is free.
 *  @param {HTMLElement[]} slots @param {HTMLElement[]} chosen @param {(option: HTMLElement) => string} textOf */
function fillBank(slots, chosen, textOf) {
  const held = (/** @type {HTMLElement} */ slot) => chosen.find((option) => idOf(option) === slot.dataset.token);
  const kept = slots.map(held);
  const fresh = chosen.filter((option) => !kept.includes(option));
  slots.forEach((slot, index) => {
    const option = kept[index] ?? fresh.shift();
    if (option) slot.dataset.token = idOf(option);
    slot.dataset.verdict = option?.dataset.verdict ?? "";
    find(slot, ".held").textContent = option ? textOf(option) : "";
  });
}

defineItemKind("bowtie", BowtieQuestion);
