import { fill } from "./fill.js";
import { find, findAll } from "./find.js";
import { NamingRound } from "./naming_round.js";
import { shuffled } from "./shuffle.js";
import { showTop } from "./sight.js";
import { touchedPart, watchTouches } from "./touched_part.js";

/** @typedef {import("./fill.js").Word} Word */
/** @typedef {"name_first" | "name_again" | "how_to_answer" | "asked" | "asked_again" | "unnamed_part" | "named_part" | "right" | "wrong" |
 *    "missed" | "given" | "elsewhere" | "found" | "look_again" | "close"} WordName */
/** @typedef {Record<WordName, Word>} Words */

/** The exercise of a picture: it asks for a part by its name, which is answered by touching the part, or by its button in
 *  the list. Nothing of it is kept. */
export class NameByTouch {
  /** @type {NamingRound | undefined} */
  #round;

  /** @param {HTMLElement} figure @param {Words} words @param {import("./part_lights.js").PartLights} lights */
  constructor(figure, words, lights) {
    this.figure = figure;
    this.words = words;
    this.lights = lights;
    if (!figure.querySelector(".naming")) return; // no part has a name
    for (const item of lights.items) item.append(createPartButton());
    /** @type {HTMLElement} */
    const stage = find(figure, ".stage");
    const touched = watchTouches(stage);
    stage.addEventListener("click", () => this.#touch(touched()));
    find(figure, ".parts ol").addEventListener("click", (event) => this.#press(event));
    find(figure, ".show-part").addEventListener("click", () => this.#give());
  }

  /** Whether a part is asked. */
  get asking() {
    return Boolean(this.#round?.asked);
  }

  /** Ask for these parts, in a shuffled order. @param {string[]} parts */
  start(parts) {
    this.#round = new NamingRound(shuffled(parts, Math.floor(Math.random() * 2 ** 32)));
    this.#render(fill(this.words.how_to_answer, {}));
    showTop(find(this.figure, ".picture")); // the button stands below it on a phone
    find(this.figure, ".naming").scrollIntoView({ block: "nearest" });
  }

  /** Show all names again. */
  stop() {
    if (!this.#round) return;
    this.#round = undefined;
    this.#render("");
  }

  /** @param {import("./touched_part.js").Point} at */
  #touch(at) {
    const asked = this.#round?.asked;
    if (!asked) return;
    /** @type {SVGSVGElement} */
    const svg = find(this.figure, ".stage svg");
    this.#answer(touchedPart(svg, at, asked));
  }

  /** @param {Event} event */
  #press(event) {
    const button = /** @type {Element} */ (event.target).closest(".ask");
    /** @type {HTMLElement | null | undefined} */
    const item = button?.closest("li");
    if (item && this.asking) this.#answer(item.dataset.part);
  }

  /** @param {string | undefined} part */
  #answer(part) {
    const round = this.#round;
    const asked = round?.asked;
    if (!round || !asked) return;
    const touched = part && this.#nameOf(part);
    const verdict = part && touched ? round.answer(part) : "elsewhere";
    const shown = ["right", "missed"].includes(verdict) ? asked : undefined;
    this.#render(fill(this.words[verdict], { ...this.#named(asked), touched }), shown);
  }

  #give() {
    const asked = this.#round?.asked;
    if (!asked) return;
    this.#round?.give();
    this.#render(fill(this.words.given, this.#named(asked)), asked);
  }

  /** The name of a part, and its number. @param {string} part */
  #named(part) {
    const item = this.lights.items.find((each) => each.dataset.part === part);
    return { name: item?.querySelector(".name")?.textContent ?? "", number: item?.value };
  }

  /** @param {string} part */
  #nameOf(part) {
    return this.#named(part).name;
  }

  /** Show what is asked, after a verdict; what is left of a round that is over. @param {string} verdict @param {string} [shown] */
  #render(verdict, shown) {
    const { asking } = this;
    const pressed = this.figure.querySelector(".parts :focus");
    this.figure.toggleAttribute("data-naming", asking);
    this.#nameParts(shown);
    this.lights.show(shown);
    const start = this.figure.querySelector(".name-first");
    if (!start) return;
    start.setAttribute("aria-pressed", String(asking));
    start.textContent = fill(this.words[this.#round && !asking ? "name_again" : "name_first"], {});
    find(this.figure, ".part-verdict").textContent = verdict;
    find(this.figure, ".part-asked").textContent = this.#question;
    if (pressed && !asking) /** @type {HTMLElement} */ (start).focus(); // what had it is gone
    this.#announce(`${verdict} ${this.#question}`.trim());
  }

  /** What is asked; at the end, how many were found at once. */
  get #question() {
    const round = this.#round;
    if (!round) return "";
    const word = this.words[round.repeated ? "asked_again" : "asked"];
    if (round.asked) return fill(word, { ...round.place, name: this.#nameOf(round.asked) });
    const { length: total } = round.parts;
    const found = fill(this.words.found, { right: total - round.missed.length, total });
    return `${found} ${this.#lookAgain}`.trim();
  }

  /** Which parts were not found at once. */
  get #lookAgain() {
    const names = this.#round?.missed.map((part) => this.#nameOf(part)).join(", ");
    return names && fill(this.words.look_again, { names });
  }

  /** Name the parts that have been found, and the one that is shown. @param {string} [shown] */
  #nameParts(shown) {
    const round = this.#round;
    /** @type {HTMLElement[]} */
    const named = findAll(this.figure, ".stage .label, .parts li");
    for (const each of named) {
      const { part = "" } = each.dataset;
      const found = Boolean(round?.found(part));
      each.toggleAttribute("data-named", found || part === shown);
      each.toggleAttribute("data-found", found);
    }
    for (const item of this.lights.items) {
      const word = this.words[item.hasAttribute("data-named") ? "named_part" : "unnamed_part"];
      const button = item.querySelector(".ask");
      button?.setAttribute("aria-label", fill(word, this.#named(item.dataset.part ?? "")));
      if (button) button.textContent = String(item.value);
    }
  }

  /** Announce by the status of the lesson. @param {string} message */
  #announce(message) {
    /** @type {import("./lesson.js").LessonElement | null} */
    const lesson = this.figure.closest(".lesson");
    if (message) lesson?.announce?.(message);
  }
}

/** Create the button that answers with a part. */
function createPartButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ask";
  return button;
}
