import "../../widgets/figure.js";
import { fill } from "../../widgets/fill.js";
import { idOf } from "../../widgets/find.js";
import { LessonElement, afterPaint, define, knownIds } from "../../widgets/lesson.js";
import { wholeNumber } from "../../widgets/objects.js";
import { keepInSight } from "../../widgets/sight.js";
import { enableSwipe } from "./swipe.js";

/** @typedef {{ step: number, seen: string[] }} State */

/** A slider with a stop for each step, and a picture to swipe. State: `step` (from 1), `seen` (ids).
 *  @extends {LessonElement<State, never, "counter" | "value">} */
class ProcedureSlider extends LessonElement {
  enhance() {
    /** @type {HTMLElement[]} */
    this.entries = this.findAll(".steps > .entry");
    /** @type {HTMLInputElement} */
    this.range = this.find(".scrubber input");
    /** @type {HTMLElement[]} */
    this.stops = this.findAll(".scrubber li");
    this.range.addEventListener("input", () => this.goTo(Number(this.range.value)));
    this.find(".previous").addEventListener("click", () => this.goTo(this.state.step - 1));
    this.find(".next").addEventListener("click", () => this.goTo(this.state.step + 1));
    enableSwipe(this.find(".swipe"), (forward) => this.goTo(this.state.step + (forward ? 1 : -1)));
    this.find(".to-alongside").addEventListener("click", () =>
      this.find(".alongside > .fold").setAttribute("open", ""),
    );
  }

  /** Go to a step, and keep its name and its first sentence in sight. @param {number} step */
  goTo(step) {
    this.showStep(step);
    afterPaint(() => keepInSight(this)); // after renderLater has shown the right picture
  }

  /** @param {number} step */
  showStep(step) {
    const announced = document.activeElement === this.range; // screen readers read its value
    const next = this.normalizeState({ ...this.state, step });
    this.change(next, announced ? "" : this.stepText(next.step));
  }

  forward() {
    return this.#move(1);
  }

  backward() {
    return this.#move(-1);
  }

  /** @param {number} by */
  #move(by) {
    const step = this.state.step + by;
    if (step < 1 || step > this.entries.length) return false;
    this.goTo(step);
    return true;
  }

  get place() {
    return fill(this.words.counter, { step: this.state.step, total: this.entries.length });
  }

  /** Return "Step 3 of 6: name". @param {number} step */
  stepText(step) {
    const name = this.entries[step - 1]?.dataset.name;
    return fill(this.words.value, { step, total: this.entries.length, name });
  }

  get progress() {
    return { done: this.state.seen.length, total: this.entries.length };
  }

  get permalinkValue() {
    return this.entries.map(idOf)[this.state.step - 1] ?? "";
  }

  /** A permalink names a step by its id or its number. @param {string} value */
  openPermalinkValue(value) {
    const step = this.entries.findIndex((entry, index) => [idOf(entry), String(index + 1)].includes(value)) + 1;
    if (step) this.goTo(step);
    return step > 0;
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<State>} state */
  normalizeState({ step, seen }) {
    const ids = this.entries.map(idOf);
    const current = wholeNumber(step, 1, ids.length, 1);
    return { step: current, seen: knownIds([...knownIds(seen, ids), ids[current - 1]], ids) };
  }

  /** @param {State} state */
  render({ step, seen }) {
    const ids = this.entries.map(idOf);
    this.entries.forEach((entry, index) => {
      entry.toggleAttribute("data-open", index + 1 === step);
    });
    this.stops.forEach((stop, index) => {
      stop.toggleAttribute("data-seen", seen.includes(ids[index] ?? ""));
      stop.toggleAttribute("data-current", index + 1 === step);
    });
    this.renderLater(() => this.querySelector("figure-view")?.setAttribute("state", this.permalinkValue));
    this.range.value = String(step);
    this.range.setAttribute("aria-valuetext", this.stepText(step));
    this.find(".previous").setAttribute("aria-disabled", String(step === 1));
    this.find(".next").setAttribute("aria-disabled", String(step === this.entries.length));
    this.find(".counter").textContent = this.place;
  }
}

define("procedure-slider", ProcedureSlider);
