// The base class of the course's elements: it enhances the HTML that it contains, holds the state, reports every
// change through one bubbling event, and accepts a state through a property.
// It does not know the kernel, the storage or the URL: they listen to the event.

import { toggleTerm } from "../interactions/glossary/element.js";
import { find, findAll } from "./find.js";
import { asObject } from "./objects.js";

/**
 * A state that comes from elsewhere (storage, a kernel, another tab): any part may be missing or of any type.
 * @template State
 * @typedef {{ [Name in keyof State]?: unknown }} Unchecked
 */

/**
 * @template {Record<string, any>} [State=any] the traits of the widget
 * @template {string} [Text=string] the names of the words in `data-words` that are shown as they are
 * @template {string} [Template=never] the names of those with placeholders, for `fill`
 */
export class LessonElement extends HTMLElement {
  #state = /** @type {State} */ ({});
  #initialized = false;
  #updating = false;

  connectedCallback() {
    this.initialize();
  }

  /** Initialize once: when connected, or when the state is first read or set, which in JupyterLab happens earlier. */
  initialize() {
    if (this.#initialized) return;
    this.#initialized = true;
    /** @type {Record<Text, string> & Record<Template, import("./fill.js").Word>} */
    this.words = JSON.parse(this.dataset.words ?? "{}");
    this.enhance();
    this.#state = this.normalizeState({});
    this.render(this.#state);
    this.dataset.live = "";
    this.addEventListener("click", toggleTerm);
  }

  /** Add listeners to the HTML, once. */
  enhance() {}

  /** Return a complete, valid state: unknown or invalid values are replaced by the initial ones.
   *  (Not `normalize`, which is a method of every DOM node.) @param {Unchecked<State>} state @returns {State} */
  normalizeState(state) {
    return /** @type {State} */ (state);
  }

  /** Update the HTML to a state. @param {State} _state */
  render(_state) {}

  /** The value that a permalink's query gives this state; "" if none. @returns {string} */
  get permalinkValue() {
    return "";
  }

  /** Apply the value of a permalink's query. @param {string} _value @returns {boolean} whether the value is known */
  openPermalinkValue(_value) {
    return false;
  }

  /** Whether there are too many states for a QR code file each. @returns {boolean} */
  get uncounted() {
    return false;
  }

  /** How much of this element is done. @returns {{ done: number, total: number }} */
  get progress() {
    return { done: 0, total: 0 };
  }

  /** Whether each answer that is given now is right, by the id of its question. @returns {Record<string, boolean>} */
  get judged() {
    return {};
  }

  /** Go on to the next record, step or question. @returns {boolean} whether there was one here; else the page goes on */
  forward() {
    return false;
  }

  /** Go back to the one before. @returns {boolean} whether there was one here; else the page goes back */
  backward() {
    return false;
  }

  /** Where one is, as in "3 of 8"; "" if there is nothing to count. @returns {string} */
  get place() {
    return "";
  }

  /** Whether something is to be answered before one goes on. @returns {boolean} */
  get waiting() {
    return false;
  }

  /** The part that is used by itself, before the rest of this element; the page's way on stands behind it.
   *  @returns {HTMLElement | undefined} */
  get act() {
    return undefined;
  }

  /** Go back to the initial state, apart from what `mergeStates` unites: what was seen, and plain objects. */
  reset() {
    this.state = mergeStates(this.normalizeState({}), this.state);
  }

  /** Merge the state from another tab: what was seen or answered there counts here, too.
   *  @param {Unchecked<State>} [other] */
  merge(other) {
    this.state = mergeStates(this.state, other ?? {});
  }

  get state() {
    this.initialize();
    return structuredClone(this.#state);
  }

  set state(next) {
    this.update(next);
  }

  /** Change parts of the state, as far as they are valid. @param {Unchecked<State>} changes */
  update(changes) {
    this.initialize();
    this.#state = this.normalizeState({ ...this.#state, ...changes });
    this.render(this.#state);
  }

  /**
   * Apply a user's action: update the state, announce it, and dispatch the event.
   * @param {Partial<State>} changes the traits that change
   * @param {string} [message] for the live region
   */
  change(changes, message = "") {
    this.#updating = true;
    this.update(changes);
    this.#updating = false;
    this.announce(message);
    const { state, progress, judged } = this;
    const detail = { key: this.dataset.key, state, progress, judged };
    this.dispatchEvent(new CustomEvent("lesson-change", { bubbles: true, detail }));
  }

  /** Render a secondary part: after the next paint if a user's action is being handled, else at once.
   *  @param {(acted: boolean) => void} callback is told which */
  renderLater(callback) {
    if (this.#updating) afterPaint(() => callback(true));
    else callback(false);
  }

  /** Announce a message to screen readers, once. @param {string} message */
  announce(message) {
    const status = this.querySelector(".status"); // an element whose controls say everything has none
    if (status && status.textContent !== message) status.textContent = message;
  }

  /** @template {Element} [Found=HTMLElement] @param {string} selector @returns {Found} */
  find(selector) {
    return find(this, selector);
  }

  /** @template {Element} [Found=HTMLElement] @param {string} selector @returns {Found[]} */
  findAll(selector) {
    return findAll(this, selector);
  }
}

/** Merge two states: `seen` is united, plain objects are merged key by key; for everything else the first one counts.
 *  @template {Record<string, any>} State @param {State} state @param {Record<string, any>} other @returns {State} */
export function mergeStates(state, other) {
  /** @type {Record<string, any>} */
  const merged = { ...other, ...state };
  for (const name of Object.keys(merged)) {
    const [first, second] = [asObject(state[name]), asObject(other[name])];
    if (first === state[name] || second === other[name]) merged[name] = { ...second, ...first };
  }
  const seen = [state.seen, other.seen].filter(Array.isArray);
  if (seen.length) merged.seen = [...new Set(seen.flat())];
  return /** @type {State} */ (merged);
}

/** Return the ids that are known, each once. @param {unknown} ids @param {string[]} known @returns {string[]} */
export function knownIds(ids, known) {
  return Array.isArray(ids) ? [...new Set(ids)].filter((id) => known.includes(id)) : [];
}

/** Run a callback after the next paint, so that it does not delay the response to a click.
 *  @param {() => void} callback */
export function afterPaint(callback) {
  requestAnimationFrame(() => setTimeout(callback));
}

/** Define a custom element, unless the page has it already.
 *  @param {string} tag @param {CustomElementConstructor} element its class */
export function define(tag, element) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
