import { fill } from "./fill.js";
import { find, findAll } from "./find.js";
import { partAt, watchTouches } from "./touched_part.js";

/** Tells what a part of a picture is, to who touches it in the drawing or presses its name in the list. */
export class PartTold {
  /** @type {string | undefined} */
  #told;

  /** @param {HTMLElement} figure @param {{ close: import("./fill.js").Word }} words
   *  @param {import("./part_lights.js").PartLights} lights */
  constructor(figure, words, lights) {
    this.figure = figure;
    this.lights = lights;
    this.touched = watchTouches(figure);
    this.element = createNote(fill(words.close, {}));
    const picture = figure.querySelector(":scope > .picture");
    if (picture) picture.append(this.element);
    else find(figure, ".parts").before(this.element);
    for (const name of findAll(figure, ".parts .name")) makeButton(name);
    figure.addEventListener("click", (event) => this.#click(event));
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    if (this.figure.hasAttribute("data-naming")) return this.close();
    if (target.closest(".part-told .close")) return this.close();
    const pressed = target.closest(".parts li");
    const svg = target.closest(".picture svg.figure");
    if (pressed instanceof HTMLElement) this.#toggle(pressed.dataset.part);
    else if (svg instanceof SVGSVGElement) this.#toggle(partAt(svg, this.touched()));
  }

  /** Tell of a part; of the one that is told already, or of none, tell no more. @param {string | undefined} part */
  #toggle(part) {
    const item = this.lights.items.find((each) => each.dataset.part === part);
    if (!item || part === this.#told) return this.close();
    const name = find(item, ".name").textContent ?? "";
    const { meaning = "" } = item.dataset;
    this.#told = part;
    find(this.element, "strong").textContent = name;
    find(this.element, ".meant").textContent = meaning;
    this.element.hidden = false;
    this.lights.show(part);
    this.lights.lesson.setAttribute("data-asked", ""); // how to ask need not be said again
    /** @type {import("./lesson.js").LessonElement} */ (this.lights.lesson).announce?.(`${name}. ${meaning}`);
  }

  /** Tell no more. */
  close() {
    if (this.element.hidden) return;
    this.#told = undefined;
    this.element.hidden = true;
    this.lights.show();
  }
}

/** Create the note that stands over the lower edge of a picture. @param {string} close the name of its button */
function createNote(close) {
  const note = Object.assign(document.createElement("div"), { className: "part-told", hidden: true });
  const text = document.createElement("p");
  const meant = Object.assign(document.createElement("span"), { className: "meant" });
  text.append(document.createElement("strong"), " ", meant);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "close" });
  button.setAttribute("aria-label", close);
  note.append(text, button);
  return note;
}

/** Make the name of a part in the list a button. @param {HTMLElement} name */
function makeButton(name) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "tell" });
  name.replaceWith(button);
  button.append(name);
}
