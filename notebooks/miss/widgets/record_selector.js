import "./figure.js";
import { fill } from "./fill.js";
import { idOf } from "./find.js";
import { LessonElement, afterPaint, knownIds } from "./lesson.js";
import { keepInSight } from "./sight.js";

const ROOM_PX = 48; // of the choice before, or the next one

/** @typedef {{ selected: string, seen: string[] }} State */
/** @typedef {import("./figure.js").FigureView} FigureView */

/** A picture with a strip of radio buttons that select the open entry. State: `selected` (an id or ""), `seen` (ids).
 *  @extends {LessonElement<State, never, "announce" | "place" | "seen">} */
export class RecordSelector extends LessonElement {
  enhance() {
    /** @type {HTMLElement[]} */
    this.entries = this.findAll("article.entry");
    /** @type {HTMLInputElement[]} */
    this.radios = this.findAll(".choices input");
    const group = `${this.dataset.key}-${Math.random().toString(36).slice(2)}`; // unique: a page may hold two copies
    for (const radio of this.radios) {
      radio.name = group;
      radio.addEventListener("change", () => this.select(radio.value));
    }
  }

  get ids() {
    return this.entries?.map(idOf) ?? [];
  }

  /** @param {string} id */
  select(id) {
    const name = this.entries?.find((entry) => idOf(entry) === id)?.dataset.name;
    this.change({ selected: id }, fill(this.words.announce, { name }));
    keepInSight(this); // a shorter text may have moved all of it
    afterPaint(() => keepInSight(this)); // after renderLater has shown the right figure
  }

  /** Select the next entry, or at the end the first that was not seen. */
  forward() {
    const { selected, seen } = this.state;
    const next = this.ids[this.ids.indexOf(selected) + 1] ?? this.ids.find((id) => !seen.includes(id));
    if (next) this.select(next);
    return Boolean(next);
  }

  /** Select the previous entry. */
  backward() {
    const previous = this.ids[this.ids.indexOf(this.state.selected) - 1];
    if (previous) this.select(previous);
    return Boolean(previous);
  }

  /** Which entry is open, as in "3 of 8". */
  get place() {
    const number = this.ids.indexOf(this.state.selected) + 1;
    return number ? fill(this.words.place, { number, total: this.ids.length }) : "";
  }

  get progress() {
    return { done: this.state.seen.length, total: this.ids.length };
  }

  get permalinkValue() {
    return this.state.selected;
  }

  /** @param {string} id */
  openPermalinkValue(id) {
    if (!this.ids.includes(id)) return false;
    this.select(id);
    this.showFigure(id); // at once, since the caller may go on with the figure
    return true;
  }

  /** @param {import("./lesson.js").Unchecked<State>} state */
  normalizeState({ selected, seen }) {
    const [selectedId = ""] = knownIds([selected], this.ids);
    return { selected: selectedId, seen: knownIds([...knownIds(seen, this.ids), selectedId], this.ids) };
  }

  /** @param {State} state */
  render({ selected, seen }) {
    for (const entry of this.entries ?? []) entry.toggleAttribute("data-open", idOf(entry) === selected);
    for (const radio of this.radios ?? []) {
      radio.checked = radio.value === selected;
      radio.closest("label")?.toggleAttribute("data-seen", seen.includes(radio.value));
    }
    this.find(".ask-first").toggleAttribute("hidden", Boolean(selected));
    this.find(".count").textContent = fill(this.words.seen, { seen: seen.length, total: this.ids.length });
    this.renderLater(() => {
      this.showFigure(this.state.selected);
      this.centerChoice();
    });
  }

  /** Show the figure of an entry: its own one, or the one that has it as a state; before a selection, the first one.
   *  @param {string} id */
  showFigure(id) {
    /** @type {FigureView[]} */
    const figures = this.findAll("figure-view");
    const states = figures.find((figure) => figure.states.includes(id));
    const current = states ?? figures.find((figure) => idOf(figure) === id) ?? figures[0];
    for (const figure of figures) {
      figure.toggle(figure === current);
      if (id && figure === states) figure.setAttribute("state", id);
      else figure.removeAttribute("state");
    }
  }

  /** Scroll the strip so that the selected choice stands in its middle, unless there is room on both sides of it: what
   *  is tapped next stays where it was seen. */
  centerChoice() {
    const strip = this.find(".strip");
    const chip = this.radios?.find((radio) => radio.checked)?.closest("label");
    if (!chip) return;
    const left = chip.offsetLeft - strip.scrollLeft;
    const right = strip.clientWidth - left - chip.offsetWidth;
    if (Math.min(left, right) < ROOM_PX)
      strip.scrollLeft = chip.offsetLeft - (strip.clientWidth - chip.offsetWidth) / 2;
  }
}
