// @ts-check
import { define, fill } from "./lesson.js";

const MOTION = 450; // ms: as long as a layer takes to come or to go (figures.css)

/**
 * Show one state of a drawing: layers whose `data-show` lists it, and layers whose `data-hide` does not.
 * @param {SVGElement} svg @param {string} state
 */
export function showState(svg, state) {
  svg.dataset.state = state;
  for (const layer of svg.querySelectorAll(".layer")) {
    const lists = (name) => (layer.getAttribute(name) ?? "").split(" ").includes(state);
    const on = layer.hasAttribute("data-show") ? lists("data-show") : !lists("data-hide");
    layer.classList.toggle("on", on);
    layer.classList.toggle("off", !on);
  }
}

/**
 * A drawing, its parts by name, and each state in words. The attribute `state` names the state to show; it may be
 * set before or after this element is defined. The switch compares that state with the first one.
 */
export class FigureView extends HTMLElement {
  static observedAttributes = ["state"];
  #live = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #moving;

  connectedCallback() {
    if (this.#live) return;
    this.#live = true;
    this.words = JSON.parse(this.dataset.words ?? "{}");
    this.svgs = /** @type {SVGElement[]} */ ([...this.querySelectorAll("svg.figure")]);
    this.descriptions = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".description")]);
    this.items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".parts li")]);
    this.radios = /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".switch input")]);
    this.range = this.querySelector("input[type=range]");
    if (this.range) this.enhanceRange(/** @type {HTMLInputElement} */ (this.range));
    else this.enhanceSwitches();
    this.dataset.live = "";
    if (this.hasAttribute("state")) this.attributeChangedCallback();
    else this.setSwitch(); // the drawing itself stands as it was stored
  }

  enhanceSwitches() {
    const group = `figure-${Math.random().toString(36).slice(2)}`; // two copies on a page stay apart
    for (const radio of this.radios) {
      radio.name = group;
      radio.addEventListener("change", () => this.show());
    }
    this.querySelector(".name-first")?.addEventListener("click", () => this.nameFirst());
    this.addEventListener("click", (event) => this.reveal(partOf(event, ".ask, .label")));
    this.addEventListener("pointerover", (event) => {
      this.reveal(partOf(event, ".label"));
      this.point(partOf(event, ".parts li"));
    });
    this.addEventListener("focusin", (event) => this.point(partOf(event, ".parts li")));
    for (const over of ["pointerleave", "focusout"]) this.addEventListener(over, () => this.point());
  }

  /** @param {HTMLInputElement} range */
  enhanceRange(range) {
    const [first, second] = this.descriptions.map((description) => description.dataset.title);
    const wipe = () => {
      this.style.setProperty("--wipe", `${range.value}%`);
      range.setAttribute("aria-valuetext", fill(this.words.drag_value, { percent: range.value, first, second }));
    };
    range.addEventListener("input", wipe);
    wipe();
  }

  /** The ids of the states, in order. */
  get states() {
    return (this.descriptions ?? [...this.querySelectorAll(".description")]).map((each) => each.dataset.id ?? "");
  }

  /** The state that the first one is compared with: what was asked for, or the only other one. */
  get other() {
    const [first, second, more] = this.states;
    const asked = this.getAttribute("state") ?? "";
    if (asked !== first && this.states.includes(asked)) return asked;
    return more ? undefined : second;
  }

  /** @returns {(SVGGElement & HTMLElement)[]} */
  labels() {
    return /** @type {any} */ ([...this.querySelectorAll(".label")]);
  }

  attributeChangedCallback() {
    if (!this.#live || this.range) return;
    this.setSwitch();
    this.show();
  }

  /** Put the switch on what is asked for; it is of no use while there is nothing to compare with. */
  setSwitch() {
    const chosen = this.states.indexOf(this.getAttribute("state") ?? "") > 0;
    for (const radio of this.radios) {
      radio.disabled = !this.other;
      radio.checked = (radio.value === "other") === chosen;
    }
  }

  /** Show the state that is asked for, or the first one while the switch is on it. */
  show() {
    const switched = this.radios.length ? this.radios[1].checked : this.hasAttribute("state");
    const state = (switched && this.other) || this.states[0];
    if (state !== this.svgs[0].dataset.state) this.#hurry(); // who asks twice for one is in no hurry
    for (const svg of this.svgs) {
      showState(svg, state);
      svg.setAttribute("aria-label", this.descriptions.find((each) => each.dataset.id === state)?.dataset.title ?? "");
    }
    for (const description of this.descriptions) description.toggleAttribute("data-open", description.dataset.id === state);
    this.number();
  }

  /** Who asks for the next picture while the last one still moves, wants to see it now: it does not move. */
  #hurry() {
    this.toggleAttribute("data-hurried", this.#moving !== undefined);
    clearTimeout(this.#moving);
    this.#moving = setTimeout(() => {
      this.#moving = undefined;
      this.removeAttribute("data-hurried");
    }, MOTION);
  }

  /** Count the parts that this state names; the numbers stand for the names where those have no room. */
  number() {
    const named = new Set(this.labels().filter((label) => !label.closest(".off")).map((label) => label.dataset.part));
    let count = 0;
    this.querySelector(".parts")?.toggleAttribute("hidden", !named.size);
    for (const item of this.items) {
      item.hidden = !named.has(item.dataset.part);
      if (item.hidden) continue;
      item.dataset.number = String(++count);
      for (const text of this.querySelectorAll(`.label[data-part="${item.dataset.part}"] .number`)) {
        text.textContent = String(count);
      }
      this.ask(item);
    }
  }

  nameFirst() {
    for (const item of this.items) if (!item.querySelector(".ask")) item.append(askButton());
    for (const named of this.querySelectorAll("[data-named]")) named.removeAttribute("data-named");
    const naming = this.toggleAttribute("data-naming");
    this.querySelector(".name-first")?.setAttribute("aria-pressed", String(naming));
    this.number();
  }

  /** @param {string} [part] */
  reveal(part) {
    if (!part || !this.hasAttribute("data-naming")) return;
    for (const each of this.querySelectorAll(`[data-part="${part}"]`)) each.setAttribute("data-named", "");
    for (const item of this.items) this.ask(item);
  }

  /** @param {HTMLElement} item */
  ask(item) {
    const { number } = item.dataset;
    const name = item.querySelector(".name")?.textContent ?? "";
    const button = item.querySelector(".ask");
    if (button) button.textContent = item.hasAttribute("data-named") ? name : fill(this.words.hidden_part, { number });
  }

  /** Point at one part in the drawing, or at none. @param {string} [part] */
  point(part) {
    if (part === this.pointed) return;
    this.pointed = part;
    for (const label of this.labels()) label.toggleAttribute("data-pointed", label.dataset.part === part);
  }
}

/** Which part an event is about, if it happened in one of these. @param {Event} event @param {string} places */
function partOf(event, places) {
  const place = /** @type {Element} */ (event.target).closest(places);
  return /** @type {HTMLElement | null} */ (place?.closest("[data-part]"))?.dataset.part;
}

/** A part's name is a button while the reader names the parts. */
function askButton() {
  const ask = document.createElement("button");
  ask.type = "button";
  ask.className = "ask";
  return ask;
}

define("figure-view", FigureView);
