import { find, findAll, idOf } from "./find.js";
import { define } from "./lesson.js";
import { PartNames } from "./part_names.js";
import { Picture } from "./picture.js";
import { Scene, showState, stopsOf } from "./scene.js";
import { showTop } from "./sight.js";

const TRANSITION_MS = 450; // the duration of a layer's transition in figures.css

/** The descriptions of a figure's states: in its notes, which stand elsewhere in its lesson.
 *  @param {HTMLElement} figure a figure-view */
export function descriptionsOf(figure) {
  const lesson = figure.closest(".lesson") ?? document;
  return findAll(lesson, `.picture-notes[data-figure="${idOf(figure)}"] .description`);
}

/**
 * A drawing and the list of its parts. The attribute `state` names the state to show; it may be set before or after this
 * element is defined. The switch compares that state with the first one.
 */
export class FigureView extends HTMLElement {
  static observedAttributes = ["state"];
  #initialized = false;
  #travels = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #transition;

  connectedCallback() {
    if (this.#initialized) return;
    this.#initialized = true;
    this.picture = new Picture(this);
    const stops = stopsOf(this.picture.svg);
    if (stops.length) this.scene = new Scene(this.picture.svg, stops, (state) => this.#listNames(state));
    this.names = new PartNames(this, JSON.parse(this.dataset.words ?? "{}"));
    this.picture.onLaidOut = (bounds) => this.names?.fit(bounds);
    /** @type {HTMLInputElement[]} */
    this.radios = findAll(this, ".switch input");
    /** @type {HTMLInputElement | null} */
    this.healthy = this.querySelector(".toggle.healthy input");
    this.enhanceSwitches();
    this.dataset.live = "";
    if (this.hasAttribute("state") || this.picture.placeOf(this.states[0])) this.attributeChangedCallback();
    else this.updateSwitch(); // the stored drawing shows the first state already
  }

  enhanceSwitches() {
    const group = `figure-${Math.random().toString(36).slice(2)}`; // unique: a page may hold two copies
    for (const radio of this.radios) radio.name = group;
    for (const control of [...this.radios, this.healthy]) control?.addEventListener("change", () => this.render());
    this.nameSwitch?.addEventListener("change", () => {
      const shown = Boolean(this.nameSwitch?.checked);
      /** @type {FigureView[]} */
      const figures = findAll(this.closest(".lesson") ?? document, "figure-view");
      for (const figure of figures) figure.showNames(shown); // who wants names wants them in the next picture, too
      showTop(find(this, ".picture")); // with names, it does not stay in the window
    });
  }

  /** @returns {HTMLInputElement | null} */
  get nameSwitch() {
    return this.querySelector(".toggle.names input");
  }

  /** Show or hide the names of the parts. @param {boolean} shown */
  showNames(shown) {
    if (this.nameSwitch) this.nameSwitch.checked = shown;
    this.toggleAttribute("data-names", shown);
    if (!shown) this.names?.naming.stop();
    this.picture?.layOut();
  }

  /** Show a state, as if one went there, if the drawing moves. @param {string} state */
  travel(state) {
    this.#travels = true;
    this.setAttribute("state", state);
    this.#travels = false;
  }

  /** Show this figure with its notes, or hide both. @param {boolean} shown */
  toggle(shown) {
    this.hidden = !shown;
    const notes = descriptionsOf(this)[0]?.parentElement;
    if (notes) notes.hidden = !shown;
  }

  get descriptions() {
    return descriptionsOf(this);
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

  /** The two states to see side by side: what is wrong, then what is healthy; or before, then after. */
  get pair() {
    const both = [this.states[0] ?? "", this.other ?? ""].filter(Boolean);
    return this.healthy ? both.reverse() : both;
  }

  attributeChangedCallback() {
    if (!this.#initialized) return;
    this.updateSwitch();
    this.render();
  }

  /** Set the switch to the requested state; disable it while there is nothing to compare. */
  updateSwitch() {
    const requested = this.states.indexOf(this.getAttribute("state") ?? "") > 0;
    for (const radio of this.radios ?? []) {
      radio.disabled = !this.other;
      radio.checked = (radio.value === "other") === requested;
    }
    if (this.healthy) Object.assign(this.healthy, { disabled: !this.other, checked: !requested });
  }

  /** Whether the switch selects the state that the first one is compared with. */
  get switched() {
    if (this.healthy) return !this.healthy.checked;
    const [, other] = this.radios ?? [];
    return other ? other.checked : this.hasAttribute("state");
  }

  /** Render the requested state, or the first one while the switch selects it. */
  render() {
    const svg = this.picture?.svg;
    if (!svg) return;
    const state = (this.switched && this.other) || (this.states[0] ?? "");
    if (state !== svg.dataset.state) this.#limitMotion();
    this.picture?.show(state, this.pair, (drawing, id) => this.#draw(drawing, id));
    svg.setAttribute("aria-label", this.descriptions.find((each) => idOf(each) === state)?.dataset.title ?? "");
    for (const description of this.descriptions) description.toggleAttribute("data-open", idOf(description) === state);
  }

  /** List the names that a state has at rest, which takes room. @param {string} state */
  #listNames(state) {
    this.names?.listShown(state);
    if (this.scene) this.picture?.layOut(); // it has traveled
  }

  /** @param {SVGElement} svg @param {string} state */
  #draw(svg, state) {
    if (svg !== this.scene?.svg) showState(svg, state);
    else if (this.#travels) this.scene.travel(state);
    else this.scene.show(state);
    if (svg === this.picture?.svg && !this.scene) this.#listNames(state);
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
}

define("figure-view", FigureView);
