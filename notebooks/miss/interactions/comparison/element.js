import { fill } from "../../widgets/fill.js";
import { LessonElement, define } from "../../widgets/lesson.js";
import { PartLights } from "../../widgets/part_lights.js";
import { PartTold } from "../../widgets/part_told.js";
import { Depths } from "./depths.js";
import { enableDrag } from "./drag.js";

const START = 50;
const COVERED = 10; // percent of the picture under which a side is as good as covered

/** @typedef {{ position: number, depth: string, moved: boolean }} State */

/** Two drawings, one over the other, and the line between them, moved on the picture or by a range input; and how deep
 *  both have gone. State: `position` (percent of the width at which the second one begins), `depth` (the id of one),
 *  `moved` (whether anything ever was).
 *  @extends {LessonElement<State, never, "drag_value" | "depth_value" | "close">} */
class PictureComparison extends LessonElement {
  enhance() {
    /** @type {HTMLInputElement} */
    this.range = this.find(".handle input");
    this.sides = this.findAll(".side");
    this.titles = this.sides.map((side) => side.textContent.trim());
    this.range.addEventListener("input", () => this.change({ position: Number(this.range.value), moved: true }));
    if (this.querySelector(".parts")) this.told = new PartTold(this, this.words, new PartLights(this)); // not at home
    if (this.querySelector(".depths"))
      this.depths = new Depths(this, (depth, says) => this.change({ depth, moved: true }, says));
    enableDrag(this.find(".wipe"), this.find(".handle"), {
      position: () => this.state.position,
      move: (position) => this.update({ position }),
      end: () => this.change({ position: this.state.position, moved: true }),
    });
  }

  get progress() {
    return { done: Number(this.state.moved), total: 1 };
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<State>} state */
  normalizeState({ position, depth, moved }) {
    const current = Number.isFinite(position) ? Math.min(Math.max(Number(position), 0), 100) : START;
    const reached = this.depths ? this.depths.known(depth) : String(depth ?? ""); // at home, it is kept for its section
    return { position: current, depth: reached, moved: moved === true || current !== START };
  }

  /** What was moved in another tab counts as moved here, too.
   *  @param {import("../../widgets/lesson.js").Unchecked<State>} [other] */
  merge(other) {
    super.merge(other);
    if (other?.moved === true) this.update({ moved: true });
  }

  /** @param {State} state */
  render({ position, depth }) {
    const [first, second] = this.titles ?? [];
    this.range.value = String(position);
    this.range.setAttribute("aria-valuetext", fill(this.words.drag_value, { percent: position, first, second }));
    this.style.setProperty("--position", `${position}%`);
    this.sides?.[0]?.toggleAttribute("data-covered", position < COVERED);
    this.sides?.[1]?.toggleAttribute("data-covered", position > 100 - COVERED);
    this.depths?.render(depth, (show) => this.renderLater(show));
  }
}

define("picture-comparison", PictureComparison);
