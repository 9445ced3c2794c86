import "../../widgets/figure.js";
import { fill } from "../../widgets/fill.js";
import { idOf } from "../../widgets/find.js";
import { LessonElement, afterPaint, define, knownIds } from "../../widgets/lesson.js";
import { wholeNumber } from "../../widgets/objects.js";
import { Scrubber } from "../../widgets/scrubber.js";
import { keepInSight } from "../../widgets/sight.js";
import { enablePictureDrag } from "./picture_drag.js";

/** @typedef {{ step: number, seen: string[] }} State */

/** A slider with a stop for each step, and a picture to swipe. State: `step` (from 1), `seen` (ids).
 *  @extends {LessonElement<State, never, "counter" | "value">} */
class ProcedureSlider extends LessonElement {
  #opening = false;

  enhance() {
    /** @type {HTMLElement[]} */
    this.entries = this.findAll(".steps > .entry");
    /** @type {HTMLInputElement} */
    this.range = this.find(".scrubber input");
    /** @type {HTMLElement[]} */
    this.stops = this.findAll(".scrubber li");
    this.scrubber = new Scrubber(this.range, { seek: (at) => this.seek(at), goTo: (step) => this.goTo(step) });
    this.find(".previous").addEventListener("click", () => this.goTo(this.state.step - 1));
    this.find(".next").addEventListener("click", () => this.goTo(this.state.step + 1));
    enablePictureDrag(this.find(".swipe"), {
      move: (steps) => this.seek(this.state.step + steps),
      end: (steps) => this.goTo(this.state.step + (Math.round(steps) || Math.sign(steps))),
    });
    this.find(".to-alongside").addEventListener("click", () =>
      this.find(".alongside > .fold").setAttribute("open", ""),
    );
  }

  /** Go to a step, and keep its name and its first sentence in sight. @param {number} step */
  goTo(step) {
    this.showStep(step);
    afterPaint(() => keepInSight(this)); // after renderLater has shown the right picture
  }

  /** Show what lies between two steps, with the words of the nearer one. @param {number} at counts from 1 */
  seek(at) {
    const within = Math.min(Math.max(at, 1), this.entries.length);
    this.figure?.scene?.seek(within - 1);
    this.scrubber?.show(within);
    this.#showWords(Math.round(within));
  }

  /** The picture, if the course has one. @returns {import("../../widgets/figure.js").FigureView | null} */
  get figure() {
    return this.querySelector("figure-view");
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
    this.#opening = true; // at once: nobody has gone there
    if (step) this.goTo(step);
    this.#opening = false;
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
    this.stops.forEach((stop, index) => {
      stop.toggleAttribute("data-seen", seen.includes(ids[index] ?? ""));
    });
    this.#showWords(step);
    const jumps = this.#opening;
    this.renderLater((acted) => {
      if (acted && !jumps) this.figure?.travel(this.permalinkValue);
      else this.figure?.setAttribute("state", this.permalinkValue);
    });
    this.scrubber?.show(step);
    this.range.setAttribute("aria-valuetext", this.stepText(step));
    this.find(".previous").setAttribute("aria-disabled", String(step === 1));
    this.find(".next").setAttribute("aria-disabled", String(step === this.entries.length));
    this.find(".counter").textContent = this.place;
  }

  /** @param {number} step */
  #showWords(step) {
    this.entries.forEach((entry, index) => {
      entry.toggleAttribute("data-open", index + 1 === step);
    });
    this.stops.forEach((stop, index) => {
      stop.toggleAttribute("data-current", index + 1 === step);
    });
  }
}

define("procedure-slider", ProcedureSlider);
