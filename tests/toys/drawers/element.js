import { fill } from "../../../notebooks/miss/widgets/fill.js";
import { find, idOf } from "../../../notebooks/miss/widgets/find.js";
import { LessonElement, define, knownIds } from "../../../notebooks/miss/widgets/lesson.js";

/** Drawers. State: `opened` (ids). @extends {LessonElement<{ opened: string[] }, never, "left">} */
class ToyDrawers extends LessonElement {
  enhance() {
    /** @type {HTMLElement[]} */
    this.drawers = this.findAll("article.entry");
    for (const drawer of this.drawers) {
      find(drawer, ".pull").addEventListener("click", () => this.pull(idOf(drawer)));
    }
  }

  /** @param {string} id */
  pull(id) {
    const total = this.drawers.length;
    const opened = [...new Set([...this.state.opened, id])];
    this.change({ opened }, fill(this.words.left, { closed: total - opened.length, total }));
  }

  get permalinkValue() {
    return this.state.opened.at(-1) ?? "";
  }

  /** @param {string} id */
  openPermalinkValue(id) {
    if (!this.drawers.some((drawer) => idOf(drawer) === id)) return false;
    this.pull(id);
    return true;
  }

  get progress() {
    return { done: this.state.opened.length, total: this.drawers.length };
  }

  /** @param {{ opened?: unknown }} state */
  normalizeState({ opened }) {
    return { opened: knownIds(opened, this.drawers.map(idOf)) };
  }

  /** @param {{ opened: string[] }} state */
  render({ opened }) {
    for (const drawer of this.drawers) drawer.toggleAttribute("data-open", opened.includes(idOf(drawer)));
  }
}

define("toy-drawers", ToyDrawers);
