import "../../widgets/figure.js";
import { fill } from "../../widgets/fill.js";
import { idOf } from "../../widgets/find.js";
import { LessonElement, define, knownIds } from "../../widgets/lesson.js";
import { wholeNumber } from "../../widgets/objects.js";

const STEP_DURATION_MS = 10_000;

/** @typedef {{ step: number, seen: string[] }} State */

/** A range input, buttons and a track to step through. State: `step` (from 1), `seen` (ids).
 *  @extends {LessonElement<State, "pause" | "play", "counter" | "place" | "value">} */
class ProcedureSlider extends LessonElement {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  enhance() {
    /** @type {HTMLElement[]} */
    this.entries = this.findAll(".steps > .entry");
    /** @type {HTMLInputElement} */
    this.range = this.find(".slider input");
    /** @type {HTMLButtonElement[]} */
    this.stops = this.findAll(".track .stop");
    this.range.addEventListener("input", () => this.goTo(Number(this.range.value)));
    this.find(".previous").addEventListener("click", () => this.goBy(-1));
    this.find(".next").addEventListener("click", () => this.goBy(1));
    this.find(".play").addEventListener("click", () => (this.#timer ? this.pause() : this.play()));
    for (const stop of this.stops) stop.addEventListener("click", () => this.goTo(Number(stop.value)));
  }

  disconnectedCallback() {
    if (!this.isConnected) this.pause();
  }

  /** Go to a step by hand, which ends the playback. @param {number} step */
  goTo(step) {
    this.pause();
    this.showStep(step);
  }

  /** @param {number} step */
  showStep(step) {
    const announced = document.activeElement === this.range; // screen readers read its value
    const next = this.normalizeState({ ...this.state, step });
    this.change(next, announced ? "" : this.stepText(next.step));
  }

  play() {
    if (this.state.step === this.entries.length) this.showStep(1);
    this.#timer = setInterval(() => this.playNext(), STEP_DURATION_MS);
    this.renderPlayButton();
  }

  playNext() {
    this.showStep(this.state.step + 1);
    if (this.state.step === this.entries.length) this.pause();
  }

  pause() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.renderPlayButton();
  }

  renderPlayButton() {
    this.find(".play").textContent = this.#timer ? this.words.pause : this.words.play;
  }

  /** @param {number} change in the number of the step @returns {boolean} whether there is such a step */
  goBy(change) {
    const step = this.state.step + change;
    const exists = step >= 1 && step <= this.entries.length;
    if (exists) this.goTo(step);
    return exists;
  }

  forward() {
    return this.goBy(1);
  }

  backward() {
    return this.goBy(-1);
  }

  get place() {
    return fill(this.words.place, { step: this.state.step, total: this.entries.length });
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
    if (step) this.showStep(step);
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
      stop.closest("li")?.toggleAttribute("data-seen", seen.includes(ids[index] ?? ""));
      if (index + 1 === step) stop.setAttribute("aria-current", "step");
      else stop.removeAttribute("aria-current");
    });
    this.renderLater(() => this.querySelector("figure-view")?.setAttribute("state", this.permalinkValue));
    this.range.value = String(step);
    this.range.setAttribute("aria-valuetext", this.stepText(step));
    this.find(".previous").setAttribute("aria-disabled", String(step === 1));
    this.find(".next").setAttribute("aria-disabled", String(step === this.entries.length));
    this.find(".counter").textContent = fill(this.words.counter, { step, total: this.entries.length });
  }
}

define("procedure-slider", ProcedureSlider);
