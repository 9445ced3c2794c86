import { fill } from "../../widgets/fill.js";
import { find, findAll, idOf } from "../../widgets/find.js";
import { ledByKeys, showsFromTo } from "./leading.js";

/** @typedef {Record<string, string>} Tiers the tier chosen for a sign, by the id of its risk */
/** @typedef {import("../../widgets/fill.js").Word} Word */
/** @typedef {{ right: boolean, chosen: string, tier: string }} Answer */

/** The sort: one sign at a time is put to a tier. Those missed or skipped come back once, after the others. */
export class Sort {
  #place = 0;
  #moved = false;
  /** @type {Tiers} */
  #sorted = {};
  /** What was chosen when a sign came back. @type {Tiers} */
  #again = {};
  /** The signs that come back, since the first of them was shown. @type {HTMLElement[]} */
  #comeBack = [];

  /**
   * @param {HTMLElement} root @param {Record<string, Word>} words
   * @param {(sorted: Tiers, message: string) => void} save
   */
  constructor(root, words, save) {
    this.root = root;
    this.words = words;
    this.save = save;
    /** @type {HTMLElement[]} */
    this.signs = findAll(root, ".to-sort");
    /** @type {HTMLButtonElement[]} */
    this.bins = findAll(root, ".bin");
    for (const bin of this.bins) bin.addEventListener("click", () => this.choose(bin.value));
    find(root, ".next-sign").addEventListener("click", () => {
      if (!this.waiting) this.forward();
    });
  }

  /** The signs in the order in which they are shown. */
  get round() {
    return [...this.signs, ...this.#comeBack];
  }

  /** The signs that have not been put to their tier. */
  get missed() {
    return this.signs.filter((sign) => this.#sorted[idOf(sign)] !== sign.dataset.tier);
  }

  /** The sign that is shown; none at the end. @returns {HTMLElement | undefined} */
  get current() {
    return this.round[this.#place];
  }

  get repeated() {
    return this.#place >= this.signs.length;
  }

  /** @returns {Answer | undefined} */
  get answer() {
    const { id, tier = "" } = this.current?.dataset ?? {};
    const chosen = (this.repeated ? this.#again : this.#sorted)[id ?? ""];
    return chosen ? { right: chosen === tier, chosen, tier } : undefined;
  }

  get waiting() {
    return Boolean(this.current && !this.answer);
  }

  get place() {
    if (!this.current) return "";
    const [word, shown, before] = this.repeated
      ? [this.words.again_place, this.#comeBack, this.signs.length]
      : [this.words.sort_place, this.signs, 0];
    return fill(word ?? "", { number: this.#place - before + 1, total: shown.length });
  }

  forward() {
    return this.#move(1);
  }

  backward() {
    return this.#move(-1);
  }

  /** @param {number} by */
  #move(by) {
    const place = this.#place + by;
    if (!this.repeated) this.#comeBack = Object.keys(this.#sorted).length ? this.missed : []; // none, if all were skipped
    if (place < 0 || place > this.round.length) return false;
    this.#moved = true;
    this.#place = place;
    const byKeys = ledByKeys(this.root); // before what has the focus is hidden
    const shown = this.current ? find(this.current, ".asked") : find(this.root, ".tally");
    this.render(this.#sorted);
    this.save(this.#sorted, `${this.place} ${shown.textContent}`.trim());
    this.#show(byKeys ? shown : undefined);
    return true;
  }

  /** Bring the sign and the bins into sight, or what was learnt. @param {HTMLElement} [focus] what gets the focus */
  #show(focus) {
    const [first, last] = findAll(this.root, this.current ? ".asks, .bins" : ".tally, .learnt dt");
    if (first && last && !showsFromTo(first, last)) first.scrollIntoView({ block: "start" });
    focus?.focus({ preventScroll: true });
  }

  /** @param {string} tier */
  choose(tier) {
    if (!this.current || this.answer) return;
    this.#moved = true;
    const chosen = { [idOf(this.current)]: tier };
    if (this.repeated) this.#again = { ...this.#again, ...chosen };
    this.#sorted = { ...chosen, ...this.#sorted }; // the first choice is kept
    this.render(this.#sorted);
    this.#show();
    const told = findAll(this.current, ".told > p").map((each) => each.textContent);
    this.save(this.#sorted, told.join(" "));
  }

  /** Show the sign that is next: until the student has begun, the first that is not sorted. @param {Tiers} sorted */
  render(sorted) {
    this.#sorted = sorted;
    if (!this.#moved) {
      const next = this.signs.findIndex((sign) => !sorted[idOf(sign)]);
      this.#place = next < 0 ? this.round.length : next;
    }
    for (const sign of this.signs) this.#renderSign(sign);
    for (const bin of this.bins) this.#renderBin(bin);
    this.#renderEnd();
    find(this.root, ".asks").textContent = fill(this.words[this.repeated ? "sort_again" : "sort_asks"] ?? "", {});
    find(this.root, ".sort-place").textContent = this.place;
    find(this.root, ".next-sign").setAttribute("aria-disabled", String(this.waiting));
    find(this.root, ".next-sign").classList.toggle("on", !this.waiting);
  }

  /** @param {HTMLElement} sign */
  #renderSign(sign) {
    const current = sign === this.current;
    sign.toggleAttribute("data-current", current);
    sign.toggleAttribute("data-answered", current && Boolean(this.answer));
    if (current && this.answer) find(sign, ".verdict").textContent = this.#verdict(this.answer);
  }

  /** @param {Answer} answer */
  #verdict({ right, chosen, tier }) {
    const order = this.bins.map((bin) => bin.value); // the most urgent first
    const wrong = order.indexOf(chosen) > order.indexOf(tier) ? "sort_slow" : "sort_fast";
    const name = find(this.root, `.bin[value="${tier}"] b`).textContent;
    const verdict = fill(this.words[right ? "sort_right" : wrong] ?? "", { tier: name });
    return right || this.repeated ? verdict : `${verdict} ${this.words.sort_back}`;
  }

  /** @param {HTMLButtonElement} bin */
  #renderBin(bin) {
    const { answer } = this;
    const verdict = answer && verdictOnBin(bin.value, answer);
    bin.dataset.verdict = verdict ?? "";
    bin.setAttribute("aria-disabled", String(!this.waiting));
    bin.tabIndex = this.waiting ? 0 : -1; // Tab then leads on, also from the one that was pressed
    find(bin, ".told-by").textContent = verdict ? fill(this.words[verdict] ?? "", {}) : "";
    const marks = this.signs.filter((sign) => sign.dataset.tier === bin.value && this.#isPlaced(sign));
    const copies = marks.map((sign) => sign.querySelector("svg")?.cloneNode(true)).filter((mark) => mark !== undefined);
    find(bin, ".marks").replaceChildren(...copies);
  }

  /** Whether a sign has found its tier. @param {HTMLElement} sign */
  #isPlaced(sign) {
    const { tier } = sign.dataset;
    return [this.#sorted[idOf(sign)], this.#again[idOf(sign)]].includes(tier);
  }

  #renderEnd() {
    const over = !this.current;
    for (const part of findAll(this.root, ".deck, .bins, .controls")) part.hidden = over;
    find(this.root, ".learnt").hidden = !over;
    const total = this.signs.length;
    const right = this.signs.filter((sign) => this.#sorted[idOf(sign)] === sign.dataset.tier).length;
    find(this.root, ".tally").textContent = fill(this.words.tally ?? "", { right, total });
  }
}

/** What is said on a bin: the right one, filled; the one that was chosen instead.
 *  @param {string} tier @param {Answer} answer @returns {"bin_right" | "bin_here" | "bin_chosen" | undefined} */
function verdictOnBin(tier, answer) {
  if (tier === answer.tier) return answer.right ? "bin_right" : "bin_here";
  return tier === answer.chosen ? "bin_chosen" : undefined;
}
