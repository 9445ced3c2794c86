import { findAll } from "./find.js";
import { LabelForm } from "./label_form.js";
import { NameByTouch } from "./name_by_touch.js";
import { PartLights } from "./part_lights.js";
import { PartTold } from "./part_told.js";
import { isLabelShown } from "./touched_part.js";

/** The names of the parts of a picture: on its labels and in the list below it, and the exercise that asks for them. */
export class PartNames {
  /** @type {string | undefined} */
  #state;

  /** @param {HTMLElement} figure @param {import("./name_by_touch.js").Words} words */
  constructor(figure, words) {
    this.figure = figure;
    /** @type {SVGElement | null} */
    const drawing = figure.querySelector(".stage svg");
    this.#state = drawing?.dataset.state;
    this.lights = new PartLights(figure);
    this.told = new PartTold(figure, words, this.lights);
    this.naming = new NameByTouch(figure, words, this.lights);
    this.form = new LabelForm(figure);
    figure.querySelector(".name-first")?.addEventListener("click", () => this.toggleNaming());
  }

  /** The parts that the shown state labels. */
  get labeled() {
    /** @type {SVGGElement[]} */
    const labels = findAll(this.figure, ".stage .label");
    return new Set(labels.filter(isLabelShown).map((label) => label.dataset.part ?? ""));
  }

  /** List the parts that the shown state labels, and ask for them anew. @param {string} state */
  listShown(state) {
    const { labeled } = this;
    this.figure.querySelector(".parts")?.toggleAttribute("hidden", !labeled.size);
    for (const item of this.lights.items) item.hidden = !labeled.has(item.dataset.part ?? "");
    this.lights.update();
    if (state === this.#state) return;
    this.told.close();
    this.#state = state;
    if (this.naming.asking && labeled.size) this.naming.start([...labeled]);
    else this.naming.stop();
  }

  /** Show the labels in the form that what is seen of the drawing has room for.
   *  @param {import("./label_form.js").Box} [bounds] */
  fit(bounds) {
    this.form.choose(bounds);
    this.lights.update();
  }

  /** Start or stop the exercise. */
  toggleNaming() {
    this.told.close();
    if (this.naming.asking) this.naming.stop();
    else this.naming.start([...this.labeled]);
  }
}
