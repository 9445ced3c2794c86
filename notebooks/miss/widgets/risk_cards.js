// @ts-check
import { LessonElement, define, existing, fill } from "./lesson.js";

/** Cards that open in place. State: `revealed` (ids open now), `seen` (ids), `guesses` (id to guess ids). */
export class RiskCards extends LessonElement {
  enhance() {
    this.cards = this.all("article.card");
    for (const card of this.cards) this.enhanceCard(card);
    this.one(".reveal-all").addEventListener("click", () => {
      this.change({ revealed: this.ids }, this.words.all_opened);
    });
    this.one(".hide-all").addEventListener("click", () => this.change({ revealed: [] }, this.words.all_closed));
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
      const made = [...card.querySelectorAll("input:checked")].map((box) => box.value);
      this.change({ guesses: { ...this.state.guesses, [id]: made } });
    });
  }

  toggle(card) {
    const { id, name } = card.dataset;
    const { revealed } = this.state;
    const open = revealed.includes(id);
    const next = open ? revealed.filter((other) => other !== id) : [...revealed, id];
    this.change({ revealed: next }, fill(open ? this.words.closed : this.words.opened, { name }));
  }

  get place() {
    return this.state.revealed.at(-1) ?? "";
  }

  open(id) {
    const card = this.cards.find((one) => one.dataset.id === id);
    if (card && !this.state.revealed.includes(id)) this.toggle(card);
    card?.scrollIntoView({ block: "start" });
    return Boolean(card);
  }

  accept({ revealed, seen, guesses }) {
    const open = existing(revealed, this.ids);
    const kept = {};
    for (const card of this.cards) {
      const known = [...card.querySelectorAll(".guesses input")].map((box) => box.value);
      const made = existing(guesses?.[card.dataset.id], known);
      if (made.length) kept[card.dataset.id] = made;
    }
    return { revealed: open, seen: existing([...existing(seen, this.ids), ...open], this.ids), guesses: kept };
  }

  show({ revealed, seen, guesses }) {
    for (const card of this.cards) {
      const { id } = card.dataset;
      const open = revealed.includes(id);
      card.toggleAttribute("data-open", open);
      card.toggleAttribute("data-seen", seen.includes(id));
      card.querySelector(".reveal").setAttribute("aria-expanded", String(open));
      this.showGuesses(card, open, guesses[id] ?? []);
    }
    this.one(".count").textContent = fill(this.words.seen, { seen: seen.length, total: this.cards.length });
  }

  /** Before the card is open a guess can be changed; afterwards it is compared with what counts. */
  showGuesses(card, open, made) {
    card.toggleAttribute("data-guessed", made.length > 0);
    for (const option of card.querySelectorAll(".guess-option")) {
      const box = option.querySelector("input");
      box.checked = made.includes(box.value);
      box.disabled = open;
      const [right, chosen] = [option.dataset.right === "yes", box.checked];
      const verdict = right ? (chosen ? "guess_right" : "guess_missed") : chosen ? "guess_wrong" : "";
      option.dataset.verdict = open && made.length ? verdict : "";
      option.querySelector(".verdict").textContent = verdict ? `${this.words[verdict]}.` : "";
    }
  }
}

define("risk-cards", RiskCards);
