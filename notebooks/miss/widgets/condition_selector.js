// @ts-check
import { LessonElement, afterPaint, define, existing, fill } from "./lesson.js";

/** Radio buttons that choose which entry is open. State: `selected` (an id or ""), `seen` (ids). */
export class ConditionSelector extends LessonElement {
  enhance() {
    this.entries = this.all("article.entry");
    this.radios = this.all(".choices input");
    const group = `${this.dataset.key}-${Math.random().toString(36).slice(2)}`; // two copies on a page stay apart
    for (const radio of this.radios) {
      radio.name = group;
      radio.addEventListener("change", () => this.select(radio.value));
    }
  }

  /** @param {string} id */
  select(id) {
    const { name } = this.entries.find((entry) => entry.dataset.id === id).dataset;
    this.change({ selected: id }, fill(this.words.announce, { name }));
    if (this.one(".choices :focus-visible")) return; // who chooses by keys must go on seeing the key's place
    const shown = () => this.one(".figure-view:not([hidden]) .stage") ?? this.one(".entry[data-open]");
    afterPaint(() => shown().scrollIntoView({ block: "nearest" })); // by then the right picture is there
  }

  get place() {
    return this.state.selected;
  }

  open(id) {
    const known = this.entries.some((entry) => entry.dataset.id === id);
    if (!known) return false;
    this.select(id);
    this.showPicture(id); // at once: who opens a place goes on with what stands there
    return true;
  }

  accept({ selected, seen }) {
    const ids = this.entries.map((entry) => entry.dataset.id);
    const [open = ""] = existing([selected], ids);
    return { selected: open, seen: existing([...existing(seen, ids), open], ids) };
  }

  show({ selected, seen }) {
    for (const entry of this.entries) entry.toggleAttribute("data-open", entry.dataset.id === selected);
    for (const radio of this.radios) {
      radio.checked = radio.value === selected;
      radio.closest("label").toggleAttribute("data-seen", seen.includes(radio.value));
    }
    this.besides(() => this.showPicture(this.state.selected));
    this.one(".count").textContent = fill(this.words.seen, { seen: seen.length, total: this.entries.length });
  }

  /** Of the pictures, the one that has this state; before a choice, the first. @param {string} id */
  showPicture(id) {
    const figures = this.all("figure-view");
    const chosen = figures.find((figure) => id && figure.querySelector(`.description[data-id="${id}"]`)) ?? figures[0];
    for (const figure of figures) {
      figure.hidden = figure !== chosen;
      if (id && figure === chosen) figure.setAttribute("state", id);
      else figure.removeAttribute("state");
    }
  }
}

define("condition-selector", ConditionSelector);
