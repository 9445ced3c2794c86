// @ts-check
import { LessonElement, define, fill } from "../../widgets/lesson.js";

const START = 50;

/** Two drawings, one over the other, and a range input that moves the line between them. State: `position` (percent of
 *  the width at which the second one begins), `moved` (whether the line ever was). */
class PictureComparison extends LessonElement {
  enhance() {
    this.range = this.find("input[type=range]");
    this.titles = this.findAll(".description").map((description) => description.dataset.title);
    this.range.addEventListener("input", () => this.change({ position: Number(this.range.value), moved: true }));
  }

  get progress() {
    return { done: Number(this.state.moved), total: 1 };
  }

  normalizeState({ position, moved }) {
    const current = Number.isFinite(position) ? Math.min(Math.max(position, 0), 100) : START;
    return { position: current, moved: moved === true || current !== START };
  }

  /** What was moved in another tab counts as moved here, too. */
  merge(other) {
    super.merge(other);
    if (other?.moved === true) this.state = { moved: true };
  }

  render({ position }) {
    const [first, second] = this.titles;
    this.range.value = position;
    this.range.setAttribute("aria-valuetext", fill(this.words.drag_value, { percent: position, first, second }));
    this.style.setProperty("--position", `${position}%`);
  }
}

define("picture-comparison", PictureComparison);
