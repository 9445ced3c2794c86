import { fill } from "./fill.js";
import { find, findAll, idOf } from "./find.js";
import { define } from "./lesson.js";

const TRANSITION_MS = 450; // the duration of a layer's transition in figures.css

/**
 * Show one state of a drawing: the layers whose `data-show` lists it, and those whose `data-hide` does not.
 * @param {SVGElement} svg @param {string} state
 */
export function showState(svg, state) {
  svg.dataset.state = state;
  for (const layer of svg.querySelectorAll(".layer")) {
    /** @param {string} name */
    const lists = (name) => (layer.getAttribute(name) ?? "").split(" ").includes(state);
    const on = layer.hasAttribute("data-show") ? lists("data-show") : !lists("data-hide");
    layer.classList.toggle("on", on);
    layer.classList.toggle("off", !on);
  }
}

/**
 * A drawing, the list of its parts, and a description of each state. The attribute `state` names the state to show; it
 * may be set before or after this element is defined. The switch compares that state with the first one.
 */
class FigureView extends HTMLElement {
  static observedAttributes = ["state"];
  #initialized = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #transition;
  /** @type {string | undefined} */
  #highlighted;

  connectedCallback() {
    if (this.#initialized) return;
    this.#initialized = true;
    /** @type {Record<"hidden_part", import("./fill.js").Word>} */
    this.words = JSON.parse(this.dataset.words ?? "{}");
    /** @type {SVGElement} */
    this.svg = find(this, "svg.figure");
    /** @type {HTMLElement[]} */
    this.items = findAll(this, ".parts li");
    /** @type {HTMLInputElement[]} */
    this.radios = findAll(this, ".switch input");
    this.enhanceSwitches();
    this.dataset.live = "";
    if (this.hasAttribute("state")) this.attributeChangedCallback();
    else this.updateSwitch(); // the stored drawing shows the first state already
  }

  enhanceSwitches() {
    const group = `figure-${Math.random().toString(36).slice(2)}`; // unique: a page may hold two copies
    for (const radio of this.radios) {
      radio.name = group;
      radio.addEventListener("change", () => this.render());
    }
    this.querySelector(".name-first")?.addEventListener("click", () => this.toggleNaming());
    this.addEventListener("click", (event) => this.reveal(partOf(event, ".ask, .label")));
    this.addEventListener("pointerover", (event) => {
      this.reveal(partOf(event, ".label"));
      this.highlight(partOf(event, ".parts li"));
    });
    this.addEventListener("focusin", (event) => this.highlight(partOf(event, ".parts li")));
    for (const type of ["pointerleave", "focusout"]) this.addEventListener(type, () => this.highlight());
  }

  get descriptions() {
    return findAll(this, ".description");
  }

  /** The ids of the states, in order. */
  get states() {
    return this.descriptions.map(idOf);
  }

  /** The state that the first one is compared with: the requested one, or the only other one. */
  get other() {
    const [first, second, more] = this.states;
    const requested = this.getAttribute("state") ?? "";
    if (requested !== first && this.states.includes(requested)) return requested;
    return more ? undefined : second;
  }

  /** @returns {SVGGElement[]} */
  labels() {
    return findAll(this, ".label");
  }

  attributeChangedCallback() {
    if (!this.#initialized) return;
    this.updateSwitch();
    this.render();
  }

  /** Set the switch to the requested state; disable it while there is nothing to compare. */
  updateSwitch() {
    const requested = this.states.indexOf(this.getAttribute("state") ?? "") > 0;
    for (const radio of this.radios) {
      radio.disabled = !this.other;
      radio.checked = (radio.value === "other") === requested;
    }
  }

  /** Render the requested state, or the first one while the switch selects it. */
  render() {
    const [, other] = this.radios;
    const switched = other ? other.checked : this.hasAttribute("state");
    const state = (switched && this.other) || (this.states[0] ?? "");
    if (state !== this.svg.dataset.state) this.#limitMotion();
    showState(this.svg, state);
    this.svg.setAttribute("aria-label", this.descriptions.find((each) => idOf(each) === state)?.dataset.title ?? "");
    for (const description of this.descriptions) description.toggleAttribute("data-open", idOf(description) === state);
    this.numberParts();
  }

  /** Skip the transition to a new state while the last one is still running. */
  #limitMotion() {
    this.toggleAttribute("data-hurried", this.#transition !== undefined);
    clearTimeout(this.#transition);
    this.#transition = setTimeout(() => {
      this.#transition = undefined;
      this.removeAttribute("data-hurried");
    }, TRANSITION_MS);
  }

  /** Number the parts that this state labels; numbers replace the names where these have no room. */
  numberParts() {
    const labeled = new Set(
      this.labels()
        .filter((label) => !label.closest(".off"))
        .map((label) => label.dataset.part),
    );
    let count = 0;
    this.querySelector(".parts")?.toggleAttribute("hidden", !labeled.size);
    for (const item of this.items) {
      item.hidden = !labeled.has(item.dataset.part);
      if (item.hidden) continue;
      item.dataset.number = String(++count);
      for (const text of this.querySelectorAll(`.label[data-part="${item.dataset.part}"] .number`)) {
        text.textContent = String(count);
      }
      this.updateNameButton(item);
    }
  }

  /** Start or stop the naming exercise, in which each name is hidden behind a button. */
  toggleNaming() {
    for (const item of this.items) if (!item.querySelector(".ask")) item.append(createNameButton());
    for (const named of this.querySelectorAll("[data-named]")) named.removeAttribute("data-named");
    const naming = this.toggleAttribute("data-naming");
    this.querySelector(".name-first")?.setAttribute("aria-pressed", String(naming));
    this.numberParts();
  }

  /** Reveal a part's name. @param {string} [part] */
  reveal(part) {
    if (!part || !this.hasAttribute("data-naming")) return;
    for (const each of this.querySelectorAll(`[data-part="${part}"]`)) each.setAttribute("data-named", "");
    for (const item of this.items) this.updateNameButton(item);
  }

  /** @param {HTMLElement} item */
  updateNameButton(item) {
    const { number } = item.dataset;
    const name = item.querySelector(".name")?.textContent ?? "";
    const button = item.querySelector(".ask");
    if (button) button.textContent = item.hasAttribute("data-named") ? name : fill(this.words.hidden_part, { number });
  }

  /** Highlight one part in the drawing, or none. @param {string} [part] */
  highlight(part) {
    if (part === this.#highlighted) return;
    this.#highlighted = part;
    for (const label of this.labels()) label.toggleAttribute("data-pointed", label.dataset.part === part);
  }
}

/** Return the part that an event in one of these elements refers to. @param {Event} event @param {string} selector */
function partOf(event, selector) {
  const element = /** @type {Element} */ (event.target).closest(selector);
  return /** @type {HTMLElement | null} */ (element?.closest("[data-part]"))?.dataset.part;
}

/** Create the button that reveals a part's name. */
function createNameButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ask";
  return button;
}

define("figure-view", FigureView);
