// @ts-check
import { LessonElement, define, existing, fill } from "./lesson.js";

const SECONDS_A_STEP = 10;

/** A range input, buttons and a track that walk through steps. State: `step` (from 1), `seen` (ids). */
export class ProcedureSlider extends LessonElement {
  enhance() {
    this.entries = this.all(".steps > .entry");
    this.range = this.one(".slider input");
    this.stops = this.all(".track .stop");
    this.range.addEventListener("input", () => this.goTo(Number(this.range.value)));
    this.one(".previous").addEventListener("click", () => this.goTo(this.state.step - 1));
    this.one(".next").addEventListener("click", () => this.goTo(this.state.step + 1));
    this.one(".play").addEventListener("click", () => (this.timer ? this.pause() : this.play()));
    for (const stop of this.stops) stop.addEventListener("click", () => this.goTo(Number(stop.value)));
  }

  disconnectedCallback() {
    if (!this.isConnected) this.pause();
  }

  /** What somebody does by hand ends the playing. @param {number} step */
  goTo(step) {
    this.pause();
    this.walkTo(step);
  }

  /** @param {number} step */
  walkTo(step) {
    const sliding = document.activeElement === this.range; // its own value is read aloud already
    const next = this.accept({ ...this.state, step });
    this.change(next, sliding ? "" : this.value(next.step));
  }

  play() {
    if (this.state.step === this.entries.length) this.walkTo(1);
    this.timer = setInterval(() => this.playOn(), SECONDS_A_STEP * 1000);
    this.showPlaying();
  }

  playOn() {
    this.walkTo(this.state.step + 1);
    if (this.state.step === this.entries.length) this.pause();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.showPlaying();
  }

  showPlaying() {
    this.one(".play").textContent = this.timer ? this.words.pause : this.words.play;
    this.toggleAttribute("data-playing", Boolean(this.timer));
  }

  /** "Step 3 of 6: its name". @param {number} step */
  value(step) {
    const { name } = this.entries[step - 1].dataset;
    return fill(this.words.value, { step, total: this.entries.length, name });
  }

  get place() {
    return this.entries[this.state.step - 1].dataset.id;
  }

  /** An address may name a step by its id or by its number. */
  open(named) {
    const step = this.entries.findIndex((entry, index) => [entry.dataset.id, String(index + 1)].includes(named)) + 1;
    if (step) this.walkTo(step);
    return step > 0;
  }

  accept({ step, seen }) {
    const ids = this.entries.map((entry) => entry.dataset.id);
    const whole = Number.isInteger(step) ? Math.min(Math.max(step, 1), ids.length) : 1;
    return { step: whole, seen: existing([...existing(seen, ids), ids[whole - 1]], ids) };
  }

  show({ step, seen }) {
    this.entries.forEach((entry, index) => entry.toggleAttribute("data-open", index + 1 === step));
    this.stops.forEach((stop, index) => {
      stop.closest("li").toggleAttribute("data-seen", seen.includes(this.entries[index].dataset.id));
      if (index + 1 === step) stop.setAttribute("aria-current", "step");
      else stop.removeAttribute("aria-current");
    });
    this.besides(() => this.one("figure-view")?.setAttribute("state", this.place));
    this.range.value = step;
    this.range.setAttribute("aria-valuetext", this.value(step));
    this.style.setProperty("--walked", String((step - 1) / (this.entries.length - 1)));
    this.one(".previous").setAttribute("aria-disabled", String(step === 1));
    this.one(".next").setAttribute("aria-disabled", String(step === this.entries.length));
    this.one(".counter").textContent = fill(this.words.counter, { step, total: this.entries.length });
  }
}

define("procedure-slider", ProcedureSlider);
