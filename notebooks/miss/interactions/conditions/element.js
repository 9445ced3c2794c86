import "../../widgets/figure.js";
import { fill } from "../../widgets/fill.js";
import { idOf } from "../../widgets/find.js";
import { LessonElement, afterPaint, define, knownIds } from "../../widgets/lesson.js";

/** @typedef {{ selected: string, seen: string[] }} State */

/** Radio buttons that select the open entry. State: `selected` (an id or ""), `seen` (ids).
 *  @extends {LessonElement<State, never, "announce" | "place" | "seen">} */
class ConditionSelector extends LessonElement {
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

  /** @param {string} id */
  select(id) {
    const name = this.entries.find((entry) => idOf(entry) === id)?.dataset.name;
    this.change({ selected: id }, fill(this.words.announce, { name }));
    if (this.querySelector(".choices :focus-visible")) return; // keyboard users must keep sight of the focus
    const target = () =>
      this.querySelector(".figure-view:not([hidden]) .stage") ?? this.querySelector(".entry[data-open]");
    afterPaint(() => target()?.scrollIntoView({ block: "nearest" })); // after renderLater has shown the right figure
  }

  /** @param {number} change in the place of the selected entry @returns {boolean} whether there is one */
  selectNext(change) {
    const next = this.entries[this.position + change];
    if (next) this.select(idOf(next));
    return Boolean(next);
  }

  forward() {
    return this.selectNext(1);
  }

  backward() {
    return this.selectNext(-1);
  }

  /** The index of the selected entry; -1 before a selection. */
  get position() {
    return this.entries.findIndex((entry) => idOf(entry) === this.state.selected);
  }

  get place() {
    const number = this.position + 1;
    return number ? fill(this.words.place, { number, total: this.entries.length }) : "";
  }

  get progress() {
    return { done: this.state.seen.length, total: this.entries.length };
  }

  get permalinkValue() {
    return this.state.selected;
  }

  /** @param {string} id */
  openPermalinkValue(id) {
    if (!this.entries.some((entry) => idOf(entry) === id)) return false;
    this.select(id);
    this.showFigure(id); // at once, since the caller may go on with the figure
    return true;
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<State>} state */
  normalizeState({ selected, seen }) {
    const ids = this.entries.map(idOf);
    const [selectedId = ""] = knownIds([selected], ids);
    return { selected: selectedId, seen: knownIds([...knownIds(seen, ids), selectedId], ids) };
  }

  /** @param {State} state */
  render({ selected, seen }) {
    for (const entry of this.entries) entry.toggleAttribute("data-open", idOf(entry) === selected);
    for (const radio of this.radios) {
      radio.checked = radio.value === selected;
      radio.closest("label")?.toggleAttribute("data-seen", seen.includes(radio.value));
    }
    this.renderLater(() => this.showFigure(this.state.selected));
    this.find(".count").textContent = fill(this.words.seen, { seen: seen.length, total: this.entries.length });
  }

  /** Show the figure that has this state; before a selection, the first one. @param {string} id */
  showFigure(id) {
    const figures = this.findAll("figure-view");
    const current = figures.find((figure) => id && figure.querySelector(`.description[data-id="${id}"]`)) ?? figures[0];
    for (const figure of figures) {
      figure.hidden = figure !== current;
      if (id && figure === current) figure.setAttribute("state", id);
      else figure.removeAttribute("state");
    }
  }
}

define("condition-selector", ConditionSelector);
