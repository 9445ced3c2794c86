// @ts-check
// What every element of the course shares: it enhances the HTML that it holds, keeps the state of what was
// done, reports each change through one bubbling event, and takes a state back the same way.
// It knows neither kernel nor storage nor address bar: they listen to the event.

/** @typedef {Record<string, any>} State */

export class LessonElement extends HTMLElement {
  /** @type {State} */
  #state = {};
  #live = false;
  #answering = false;

  connectedCallback() {
    this.wake();
  }

  /** Come to life once: in the page, or as soon as a state is asked for or given, which in JupyterLab is before. */
  wake() {
    if (this.#live) return;
    this.#live = true;
    this.words = JSON.parse(this.dataset.words ?? "{}");
    this.enhance();
    this.#state = this.accept({});
    this.show(this.#state);
    this.dataset.live = "";
    this.addEventListener("click", openTerm);
  }

  /** Add listeners to the HTML, once. */
  enhance() {}

  /**
   * Make a whole, valid state out of anything: what is unknown or damaged becomes the start value.
   * @param {State} state
   * @returns {State}
   */
  accept(state) {
    return state;
  }

  /** Make the page show a state. @param {State} _state */
  show(_state) {}

  /** What an address names to open this state; "" where there is nothing to name. @returns {string} */
  get place() {
    return "";
  }

  /** Open what an address names. @param {string} _named @returns {boolean} whether there is such a thing */
  open(_named) {
    return false;
  }

  /** Add what was gathered elsewhere (in another tab): what was seen or answered there was seen or answered.
   *  @param {State} other */
  gather(other) {
    this.state = gathered(this.state, other ?? {});
  }

  get state() {
    this.wake();
    return structuredClone(this.#state);
  }

  set state(next) {
    this.wake();
    this.#state = this.accept({ ...this.#state, ...next });
    this.show(this.#state);
  }

  /**
   * What somebody did: show it, say it once, and report it.
   * @param {State} part the traits that change
   * @param {string} [said] for the polite region
   */
  change(part, said = "") {
    this.#answering = true;
    this.state = part;
    this.#answering = false;
    this.say(said);
    const detail = { key: this.dataset.key, state: this.state };
    this.dispatchEvent(new CustomEvent("lesson-change", { bubbles: true, detail }));
  }

  /** Show what is not the answer itself: at once, or after a click's answer is on the screen. @param {() => void} work */
  besides(work) {
    if (this.#answering) afterPaint(work);
    else work();
  }

  /** Say something to a screen reader, once. @param {string} text */
  say(text) {
    const status = this.one(".status");
    if (status.textContent !== text) status.textContent = text;
  }

  /** @param {string} selector @returns {any} */
  one(selector) {
    return this.querySelector(selector);
  }

  /** @param {string} selector @returns {any[]} */
  all(selector) {
    return [...this.querySelectorAll(selector)];
  }
}

/** What was seen or answered in either of two states, and of all else what the first one says.
 *  @param {State} mine @param {State} other @returns {State} */
export function gathered(mine, other) {
  const grown = { ...other, ...mine };
  const seen = [mine.seen, other.seen].filter(Array.isArray);
  if (seen.length) grown.seen = [...new Set(seen.flat())];
  for (const name of ["answers", "guesses"]) {
    if (mine[name] || other[name]) grown[name] = { ...other[name], ...mine[name] };
  }
  return grown;
}

/**
 * Fill a word's braces: `fill("{n} of {total}", {n: 2, total: 8})` is "2 of 8".
 * @param {string} word @param {Record<string, any>} values
 */
export function fill(word, values) {
  return word.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Keep the ids that exist, each once. @param {any} ids @param {string[]} known @returns {string[]} */
export function existing(ids, known) {
  return Array.isArray(ids) ? [...new Set(ids)].filter((id) => known.includes(id)) : [];
}

/** Do something when the answer to a click is on the screen: what may wait must not hold it up.
 *  @param {() => void} work */
export function afterPaint(work) {
  requestAnimationFrame(() => setTimeout(work));
}

/** Say which tag an element class belongs to; twice on one page is harmless. @param {string} tag @param {any} element */
export function define(tag, element) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Which meaning each opened word has shown. @type {WeakMap<Element, Element>} */
const meanings = new WeakMap();

/** Open a glossary word's meaning in place, or close it. @param {Event} event */
export function openTerm(event) {
  const term = /** @type {Element} */ (event.target).closest?.(".term");
  if (!(term instanceof HTMLElement) || event.defaultPrevented) return;
  event.preventDefault();
  const shown = meanings.get(term);
  term.setAttribute("aria-expanded", String(!shown?.isConnected));
  if (shown?.isConnected) return shown.remove();
  const meaning = document.createElement("span");
  meaning.className = "meaning";
  meaning.setAttribute("role", "note");
  meaning.textContent = term.dataset.meaning ?? "";
  meanings.set(term, meaning);
  (term.closest("p, li, dd, legend") ?? term).append(meaning); // below the sentence, not in the middle of it
}
