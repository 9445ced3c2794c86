// A round in which parts are asked by name, one at a time.

/** @typedef {"right" | "wrong" | "missed"} Verdict */

/** The parts in the order in which they are asked. Those that had to be shown are asked once more, at the end. */
export class NamingRound {
  #place = 0;
  #misses = 0;
  /** @type {string[]} */
  #shown = [];
  /** Parts that were not found at once. @type {Set<string>} */
  #missed = new Set();
  /** @type {Set<string>} */
  #found = new Set();

  /** @param {string[]} parts in the order in which they are asked */
  constructor(parts) {
    this.parts = parts;
  }

  /** The part that is asked; none at the end. @returns {string | undefined} */
  get asked() {
    return [...this.parts, ...this.#shown][this.#place];
  }

  /** Whether it is asked once more. */
  get repeated() {
    return this.#place >= this.parts.length;
  }

  /** Which one of how many is asked, of all or of those that are asked once more. */
  get place() {
    if (!this.repeated) return { number: this.#place + 1, total: this.parts.length };
    return { number: this.#place - this.parts.length + 1, total: this.#shown.length };
  }

  /** Whether a part has been found. @param {string} part */
  found(part) {
    return this.#found.has(part);
  }

  /** The parts that were not found at once. */
  get missed() {
    return this.parts.filter((part) => this.#missed.has(part));
  }

  /** Answer with a part; "wrong" asks the same again, anything else goes on. @param {string} part @returns {Verdict} */
  answer(part) {
    const { asked = "" } = this;
    if (part === asked) {
      this.#found.add(part);
      this.#goOn();
      return "right";
    }
    this.#missed.add(asked);
    this.#misses += 1;
    if (this.#misses < 2) return "wrong";
    this.give();
    return "missed";
  }

  /** Go on without an answer. */
  give() {
    const { asked = "" } = this;
    this.#missed.add(asked);
    if (!this.repeated) this.#shown.push(asked);
    this.#goOn();
  }

  #goOn() {
    this.#place += 1;
    this.#misses = 0;
  }
}
