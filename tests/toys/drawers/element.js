// @ts-check
import { LessonElement, define, knownIds } from "../../../notebooks/miss/widgets/lesson.js";

/** Drawers. State: `opened` (ids). */
class ToyDrawers extends LessonElement {
  enhance() {
    this.drawers = this.findAll("article.entry");
    for (const drawer of this.drawers)
      drawer.querySelector(".pull").addEventListener("click", () => this.pull(drawer.dataset.id));
  }

  /** @param {string} id */
  pull(id) {
    this.change({ opened: [...this.state.opened, id] });
  }

  get permalinkValue() {
    return this.state.opened.at(-1) ?? "";
  }

  openPermalinkValue(id) {
    if (!this.drawers.some((drawer) => drawer.dataset.id === id)) return false;
    this.pull(id);
    return true;
  }

  get progress() {
    return { done: this.state.opened.length, total: this.drawers.length };
  }

  normalizeState({ opened }) {
    return {
      opened: knownIds(
        opened,
        this.drawers.map((drawer) => drawer.dataset.id),
      ),
    };
  }

  render({ opened }) {
    for (const drawer of this.drawers) drawer.toggleAttribute("data-open", opened.includes(drawer.dataset.id));
  }
}

define("toy-drawers", ToyDrawers);
