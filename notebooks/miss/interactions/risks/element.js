// @ts-check
import { LessonElement, define, fill, knownIds } from "../../widgets/lesson.js";

/** Cards that open in place. State: `revealed` (ids open now), `seen` (ids), `guesses` (guess ids by card id). */
class RiskCards extends LessonElement {
  enhance() {
    this.cards = this.findAll("article.card");
    for (const card of this.cards) this.enhanceCard(card);
    this.find(".reveal-all").addEventListener("click", () => {
      this.change({ revealed: this.ids }, this.words.all_opened);
    });
    this.find(".hide-all").addEventListener("click", () => this.change({ revealed: [] }, this.words.all_closed));
  }

  get ids() {
    return this.cards.map((card) => card.dataset.id);
  }

  enhanceCard(card) {
    const { id } = card.dataset;
    const guess = card.querySelector(".guess");
    card.querySelector(".reveal").addEventListener("click", () => this.toggle(card));
    card.querySelector(".show").addEventListener("click", () => {
      this.toggle(card);
      card.querySelector(".reveal").focus();
    });
    guess.addEventListener("click", () => {
      card.toggleAttribute("data-guessing");
      guess.setAttribute("aria-expanded", String(card.hasAttribute("data-guessing")));
    });
    card.querySelector(".guesses").addEventListener("change", () => {
      const checked = [...card.querySelectorAll("input:checked")].map((box) => box.value);
      this.change({ guesses: { ...this.state.guesses, [id]: checked } });
    });
  }

  toggle(card) {
    const { id, name } = card.dataset;
    const { revealed } = this.state;
    const open = revealed.includes(id);
    const next = open ? revealed.filter((other) => other !== id) : [...revealed, id];
    this.change({ revealed: next }, fill(open ? this.words.closed : this.words.opened, { name }));
  }

  get progress() {
    return { done: this.state.seen.length, total: this.cards.length };
  }

  get permalinkValue() {
    return this.state.revealed.at(-1) ?? "";
  }

  openPermalinkValue(id) {
    const card = this.cards.find((each) => each.dataset.id === id);
    if (card && !this.state.revealed.includes(id)) this.toggle(card);
    card?.scrollIntoView({ block: "start" });
    return Boolean(card);
  }

  normalizeState({ revealed, seen, guesses }) {
    const open = knownIds(revealed, this.ids);
    const validGuesses = {};
    for (const card of this.cards) {
      const known = [...card.querySelectorAll(".guesses input")].map((box) => box.value);
      const valid = knownIds(guesses?.[card.dataset.id], known);
      if (valid.length) validGuesses[card.dataset.id] = valid;
    }
    return { revealed: open, seen: knownIds([...knownIds(seen, this.ids), ...open], this.ids), guesses: validGuesses };
  }

  render({ revealed, seen, guesses }) {
    for (const card of this.cards) {
      const { id } = card.dataset;
      const open = revealed.includes(id);
      card.toggleAttribute("data-open", open);
      card.toggleAttribute("data-seen", seen.includes(id));
      card.querySelector(".reveal").setAttribute("aria-expanded", String(open));
      this.renderGuesses(card, open, guesses[id] ?? []);
    }
    this.find(".count").textContent = fill(this.words.seen, { seen: seen.length, total: this.cards.length });
  }

  /** While the card is closed, guesses can be changed; once it is open, they are compared with its signs. */
  renderGuesses(card, open, guesses) {
    card.toggleAttribute("data-guessed", guesses.length > 0);
    for (const option of card.querySelectorAll(".guess-option")) {
      const box = option.querySelector("input");
      box.checked = guesses.includes(box.value);
      box.disabled = open;
      const [right, chosen] = [option.dataset.right === "yes", box.checked];
      const verdict = right ? (chosen ? "guess_right" : "guess_missed") : chosen ? "guess_wrong" : "";
      option.dataset.verdict = open && guesses.length ? verdict : "";
      option.querySelector(".verdict").textContent = verdict ? `${this.words[verdict]}.` : "";
    }
  }
}

define("risk-cards", RiskCards);
