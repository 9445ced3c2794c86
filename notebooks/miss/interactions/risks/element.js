import { fill } from "../../widgets/fill.js";
import { find, findAll, idOf } from "../../widgets/find.js";
import { LessonElement, afterPaint, define, knownIds } from "../../widgets/lesson.js";
import { asObject } from "../../widgets/objects.js";
import { ledByKeys, showsFromTo } from "./leading.js";
import { Sort } from "./sort.js";

/** @typedef {Record<string, string[]>} Guesses */
/** @typedef {{ revealed: string[], seen: string[], guesses: Guesses, sorted: Record<string, string> }} State */

/** @typedef {"guess_right" | "guess_missed" | "guess_wrong"} Verdict */

/** Signs to sort, and cards that open in place. State: `sorted` (the tier chosen first, by card id), `revealed` (ids open
 *  now), `seen` (ids), `guesses` (guess ids by card id).
 *  @extends {LessonElement<State, "all_closed" | "all_opened" | Verdict, "closed" | "opened" | "seen">} */
class RiskCards extends LessonElement {
  enhance() {
    /** @type {Sort} */
    this.sort = new Sort(this.find(".sort"), this.words, (sorted, message) => this.change({ sorted }, message));
    this.find(".skip-sort").addEventListener("click", () => this.goToCard());
    for (const link of /** @type {HTMLButtonElement[]} */ (this.findAll(".to-card"))) {
      link.addEventListener("click", () => {
        this.openPermalinkValue(link.value);
        this.goToCard(this.cards.find((card) => idOf(card) === link.value));
      });
    }
    /** @type {HTMLElement[]} */
    this.cards = this.findAll("article.card");
    for (const card of this.cards) this.enhanceCard(card);
    this.find(".reveal-all").addEventListener("click", () => {
      this.change({ revealed: this.ids }, this.words.all_opened);
    });
    this.find(".hide-all").addEventListener("click", () => this.change({ revealed: [] }, this.words.all_closed));
  }

  get ids() {
    return this.cards.map(idOf);
  }

  /** @param {HTMLElement} card */
  enhanceCard(card) {
    const guess = find(card, ".guess");
    find(card, ".reveal").addEventListener("click", () => this.toggle(card));
    find(card, ".back").addEventListener("beforematch", () => this.toggle(card));
    find(card, ".show").addEventListener("click", () => {
      this.toggle(card);
      find(card, ".reveal").focus();
    });
    guess.addEventListener("click", () => {
      card.toggleAttribute("data-guessing");
      guess.setAttribute("aria-expanded", String(card.hasAttribute("data-guessing")));
    });
    find(card, ".guesses").addEventListener("change", () => {
      const checked = guessBoxes(card)
        .filter((box) => box.checked)
        .map((box) => box.value);
      this.change({ guesses: { ...this.state.guesses, [idOf(card)]: checked } });
    });
  }

  /** @param {HTMLElement} card */
  toggle(card) {
    const id = idOf(card);
    const { name } = card.dataset;
    const { revealed } = this.state;
    const open = revealed.includes(id);
    const next = open ? revealed.filter((other) => other !== id) : [...revealed, id];
    this.change({ revealed: next }, fill(open ? this.words.closed : this.words.opened, { name }));
    if (!open) afterPaint(() => card.scrollIntoView({ block: "nearest" }));
  }

  /** @param {HTMLElement} [card] default: the first one */
  goToCard(card = this.find("article.card")) {
    card.scrollIntoView({ block: "start" });
    find(card, ".reveal").focus({ preventScroll: true });
  }

  /** After the signs, lead to the cards, once. */
  forward() {
    return this.sort.forward() || this.leadToCards();
  }

  leadToCards() {
    const [first, last] = [this.cards[0], this.cards.at(-1)];
    if (this.ledToCards || this.state.seen.length || !first || !last || showsFromTo(first, last)) return false;
    this.ledToCards = true;
    if (ledByKeys(this)) this.goToCard(first);
    else first.scrollIntoView({ block: "start" });
    return true;
  }

  backward() {
    return this.sort.backward();
  }

  /** What the reader works on, behind which the bar of the page stands. @returns {HTMLElement | undefined} */
  get act() {
    return this.sort.current && this.sort.root;
  }

  get place() {
    return this.sort.place;
  }

  get waiting() {
    return this.sort.waiting;
  }

  /** A risk is done when its sign was sorted, or its card was opened. */
  get progress() {
    const { seen, sorted } = this.state;
    return { done: new Set([...seen, ...Object.keys(sorted)]).size, total: this.cards.length };
  }

  get permalinkValue() {
    return this.state.revealed.at(-1) ?? "";
  }

  /** @param {string} id */
  openPermalinkValue(id) {
    const card = this.cards.find((each) => idOf(each) === id);
    if (card && !this.state.revealed.includes(id)) this.toggle(card);
    card?.scrollIntoView({ block: "start" });
    return Boolean(card);
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<State>} state */
  normalizeState({ revealed, seen, guesses, sorted }) {
    const open = knownIds(revealed, this.ids);
    /** @type {State["guesses"]} */
    const validGuesses = {};
    for (const card of this.cards) {
      const known = guessBoxes(card).map((box) => box.value);
      const valid = knownIds(asObject(guesses)[idOf(card)], known);
      if (valid.length) validGuesses[idOf(card)] = valid;
    }
    const tiers = this.sort.bins.map((bin) => bin.value);
    const validSorted = Object.entries(asObject(sorted)).filter(
      ([id, tier]) => this.ids.includes(id) && tiers.includes(tier),
    );
    return {
      revealed: open,
      seen: knownIds([...knownIds(seen, this.ids), ...open], this.ids),
      guesses: validGuesses,
      sorted: Object.fromEntries(validSorted),
    };
  }

  /** @param {State} state */
  render({ revealed, seen, guesses, sorted }) {
    this.sort.render(sorted);
    this.find(".before-cards").hidden = !this.sort.current;
    for (const card of this.cards) {
      const id = idOf(card);
      const open = revealed.includes(id);
      card.toggleAttribute("data-open", open);
      card.toggleAttribute("data-seen", seen.includes(id));
      card.toggleAttribute("data-sorted", Boolean(sorted[id]));
      find(card, ".reveal").setAttribute("aria-expanded", String(open));
      hideUntilFound(find(card, ".back"), !open);
      this.renderGuesses(card, open, guesses[id] ?? []);
    }
    this.find(".count").textContent = fill(this.words.seen, { seen: seen.length, total: this.cards.length });
  }

  /** While the card is closed, guesses can be changed; once it is open, they are compared with its signs.
   *  @param {HTMLElement} card @param {boolean} open @param {string[]} guesses */
  renderGuesses(card, open, guesses) {
    card.toggleAttribute("data-guessed", guesses.length > 0);
    for (const option of findAll(card, ".guess-option")) {
      /** @type {HTMLInputElement} */
      const box = find(option, "input");
      box.checked = guesses.includes(box.value);
      box.disabled = open;
      const verdict = verdictOn(box.checked, option.dataset.right === "yes");
      option.dataset.verdict = open && guesses.length ? verdict : "";
      find(option, ".verdict").textContent = verdict ? `${this.words[verdict]}.` : "";
    }
  }
}

/** Hide an element, and let the browser's search find what is in it. @param {HTMLElement} element @param {boolean} hidden */
function hideUntilFound(element, hidden) {
  if (hidden) element.setAttribute("hidden", "until-found");
  else element.removeAttribute("hidden");
}

/** @param {HTMLElement} card @returns {HTMLInputElement[]} */
function guessBoxes(card) {
  return findAll(card, ".guesses input");
}

/** @param {boolean} chosen @param {boolean} right @returns {Verdict | ""} "" for what is neither */
function verdictOn(chosen, right) {
  if (right) return chosen ? "guess_right" : "guess_missed";
  return chosen ? "guess_wrong" : "";
}

define("risk-cards", RiskCards);
