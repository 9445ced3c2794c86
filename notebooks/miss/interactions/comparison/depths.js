import { fill } from "../../widgets/fill.js";
import { find, findAll, idOf } from "../../widgets/find.js";
import { Scene } from "../../widgets/scene.js";
import { Scrubber } from "../../widgets/scrubber.js";

/** How deep the two drawings of a comparison have gone: they move together, with the line across them and the words. */
export class Depths {
  /**
   * @param {import("../../widgets/lesson.js").LessonElement<any, never, "depth_value">} lesson
   * @param {(id: string, says: string) => void} change is told where one goes, and what each side does there
   */
  constructor(lesson, change) {
    this.lesson = lesson;
    this.entries = findAll(lesson, ".depths > li");
    this.marks = findAll(lesson, ".scrubber li");
    /** @type {HTMLInputElement} */
    this.range = find(lesson, ".scrubber input");
    this.line = find(lesson, ".depth-line");
    this.start = this.shown = idOf(find(lesson, ".depths > [data-open]"));
    this.scenes = findAll(lesson, ".stage > svg").map((svg) => new Scene(/** @type {any} */ (svg), this.#stopsOf(svg)));
    this.scrubber = new Scrubber(this.range, {
      seek: (at) => this.#seek(at),
      goTo: (stop) => {
        const entry = /** @type {HTMLElement} */ (this.entries[stop - 1]);
        change(idOf(entry), entry.textContent?.replace(/\s+/g, " ").trim() ?? "");
      },
    });
    this.#showWords(this.#indexOf(this.start));
  }

  /** @param {HTMLElement} svg @returns {import("../../widgets/scene.js").Stop[]} */
  #stopsOf(svg) {
    const state = svg.dataset.state ?? "";
    return this.entries.map((entry) => ({ id: idOf(entry), state, depth: Number(entry.dataset.depth) }));
  }

  /** @param {unknown} id @returns {string} it, if there is such a depth; else the first one shown */
  known(id) {
    return this.entries.map(idOf).find((each) => each === id) ?? this.start;
  }

  /** Show a depth. @param {string} id @param {(show: (acted: boolean) => void) => void} later renders the drawings */
  render(id, later) {
    if (id === this.shown && !this.scenes.some((scene) => "between" in scene.svg.dataset)) return;
    this.shown = id;
    this.#showWords(this.#indexOf(id));
    later((acted) => {
      for (const scene of this.scenes) {
        if (acted) scene.travel(id);
        else scene.show(id);
      }
    });
  }

  /** @param {string} id */
  #indexOf(id) {
    return this.entries.map(idOf).indexOf(id);
  }

  /** Show what lies between two depths, with the words of the nearer one. @param {number} at counts from 1 */
  #seek(at) {
    for (const scene of this.scenes) scene.seek(at - 1);
    this.#showWords(Math.round(at) - 1, at);
  }

  /** @param {number} index @param {number} [at] where the thumb is, counted from 1 */
  #showWords(index, at = index + 1) {
    for (const [i, entry] of this.entries.entries()) entry.toggleAttribute("data-open", i === index);
    for (const [i, mark] of this.marks.entries()) mark.toggleAttribute("data-current", i === index);
    const name = this.entries[index]?.dataset.name ?? "";
    const value = { step: index + 1, total: this.entries.length, name };
    this.range.setAttribute("aria-valuetext", fill(this.lesson.words.depth_value, value));
    this.scrubber.show(at);
    this.line.style.setProperty("--level", String(this.#levelAt(at - 1)));
    find(this.line, "span").textContent = name;
  }

  /** @param {number} at the index of a depth, or a place between two */
  #levelAt(at) {
    const [from, to] = [Math.floor(at), Math.ceil(at)].map((index) => Number(this.entries[index]?.dataset.level));
    return Number(from) + (at - Math.floor(at)) * (Number(to) - Number(from));
  }
}
