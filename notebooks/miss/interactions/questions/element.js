// @ts-check
import { LessonElement, define, fill, knownIds } from "../../widgets/lesson.js";
import { createQuestion } from "./item_kinds.js";
import { shuffled } from "./shuffle.js";

/** A round of questions. State: `seed`, `drawn` (ids in order), `answers` (option ids by id), `position`. */
class KnowledgeCheck extends LessonElement {
  enhance() {
    /** @type {import("./question.js").Question[]} */
    this.questions = this.findAll("article.item").map((element) => createQuestion(element, this.words));
    this.byId = new Map(this.questions.map((question) => [question.id, question]));
    const form = this.find("form.start");
    // not on submit, which a sandboxed frame may block; Enter in a field clicks this button, too
    form.querySelector("[type=submit]").addEventListener("click", (event) => {
      event.preventDefault();
      if (!form.reportValidity()) return;
      this.start(Number(form.elements.count.value), Number(form.elements.seed.value) || 1);
    });
    for (const question of this.questions) this.enhanceQuestion(question);
    this.find(".controls .previous").addEventListener("click", () => this.moveBy(-1));
    this.find(".controls .next").addEventListener("click", () => this.moveBy(1));
    this.find(".retry").addEventListener("click", () => {
      this.startRound(this.state.seed, this.wrong);
      this.focusCurrent();
    });
    this.find(".to-open").addEventListener("click", () => this.goTo(this.unanswered[0]));
    this.find(".restart").addEventListener("click", () => this.restart());
    this.find(".show-score").addEventListener("click", () => this.showScore());
  }

  enhanceQuestion(question) {
    question.element.querySelector(".check").addEventListener("click", () => this.answer(question));
    question.enhance((message) => this.announce(message));
  }

  start(count, seed) {
    this.startRound(seed, this.selectIds(count, seed));
    this.focusCurrent();
  }

  selectIds(count, seed) {
    return shuffled(
      this.questions.map((question) => question.id),
      seed,
    ).slice(0, count);
  }

  startRound(seed, drawn) {
    this.change({ seed, drawn, answers: {}, position: 0 });
  }

  restart() {
    this.find("form.start").elements.seed.value = this.state.seed + 1;
    this.change({ drawn: [], answers: {}, position: 0 });
    this.find("form.start select").focus();
  }

  answer(question) {
    const { chosen } = question;
    question.showHint(chosen.length ? "" : this.words.choose);
    if (!chosen.length) return;
    this.change({ answers: { ...this.state.answers, [question.id]: chosen } });
    question.element.querySelector(".result").focus(); // screen readers read the verdict when it gets the focus
  }

  moveBy(offset) {
    this.goTo(this.state.position + offset);
  }

  goTo(position) {
    this.change({ position });
    this.focusCurrent();
  }

  /** Focus the current question, or the summary after the last one, so that screen readers continue there. */
  focusCurrent() {
    const { drawn, position } = this.state;
    const target = this.byId.get(drawn[position])?.element.querySelector("legend") ?? this.find(".summary");
    target.tabIndex = -1;
    target.getClientRects(); // Firefox cannot focus a legend before layout
    target.focus();
  }

  /** The positions of the questions without an answer. @returns {number[]} */
  get unanswered() {
    const { drawn, answers } = this.state;
    return drawn.flatMap((id, index) => (answers[id] ? [] : [index]));
  }

  get wrong() {
    const { drawn, answers } = this.state;
    return drawn.filter((id) => answers[id] && !this.byId.get(id).isRight(answers[id]));
  }

  /** A round is identified by its seed and length: "7-12". */
  get permalinkValue() {
    const { seed, drawn } = this.state;
    const seeded = `${this.selectIds(drawn.length, seed)}` === `${drawn}`; // unlike a retry of the wrong answers
    return drawn.length && seeded ? `${seed}-${drawn.length}` : "";
  }

  get uncounted() {
    return true;
  }

  get progress() {
    const { drawn, answers } = this.state;
    const each = drawn.map((id) => this.byId.get(id).progressOf(answers[id] ?? null));
    return each.reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), {
      done: 0,
      total: 0,
    });
  }

  openPermalinkValue(value) {
    const [, seed, count] = /^(\d{1,4})-(\d{1,3})$/.exec(value) ?? [];
    if (seed && value !== this.permalinkValue)
      this.startRound(Number(seed), this.selectIds(Number(count), Number(seed)));
    return Boolean(seed);
  }

  normalizeState({ seed, drawn, answers, position }) {
    const ids = this.questions.map((question) => question.id);
    const round = knownIds(drawn, ids);
    const valid = {};
    for (const id of round) {
      const answer = this.byId.get(id).normalizeAnswer(answers?.[id]);
      if (answer) valid[id] = answer;
    }
    const current = Number.isInteger(position) ? Math.min(Math.max(position, 0), round.length) : 0;
    return { seed: Number.isInteger(seed) && seed > 0 ? seed : 1, drawn: round, answers: valid, position: current };
  }

  render({ seed, drawn, answers, position }) {
    const started = drawn.length > 0;
    this.toggleAttribute("data-started", started);
    this.toggleAttribute("data-finished", started && position === drawn.length);
    for (const question of this.questions) {
      question.element.toggleAttribute("data-open", question.id === drawn[position]);
    }
    if (started && `${seed} ${drawn}` !== this.shuffledRound) this.shuffleOptions(seed, drawn);
    drawn.forEach((id, index) => {
      const question = this.byId.get(id);
      question.renderAnswer(answers[id] ?? null, seed * 100 + index);
      question.element.querySelector(".place").textContent =
        `${fill(this.words.question, { number: index + 1, total: drawn.length })}. `;
    });
    this.renderControls(drawn, position);
    if (position === drawn.length) this.renderSummary();
  }

  /** Shuffle the options of every question of a new round, seeded by the round and the position. */
  shuffleOptions(seed, drawn) {
    this.shuffledRound = `${seed} ${drawn}`;
    drawn.forEach((id, index) => {
      this.byId.get(id).shuffle(seed * 100 + index);
    });
  }

  renderControls(drawn, position) {
    const [previous, next] = [this.find(".controls .previous"), this.find(".controls .next")];
    previous.hidden = position === 0;
    next.hidden = position === drawn.length;
    next.textContent = position === drawn.length - 1 ? this.words.finish : this.words.next;
  }

  renderSummary() {
    const { wrong } = this;
    const open = this.unanswered.length;
    const allRight = !wrong.length && !open;
    this.find(".outcome").textContent = allRight
      ? this.words.summary_all_right
      : open
        ? fill(this.words.summary_open, { count: open })
        : "";
    const links = new Map(
      wrong.map((id) => this.byId.get(id).element.querySelector(".read a")).map((a) => [a.href, a]),
    );
    this.find(".reading ul").replaceChildren(
      ...[...links.values()].map((link) => {
        const item = document.createElement("li");
        item.append(link.cloneNode(true));
        return item;
      }),
    );
    this.find(".reading").hidden = links.size === 0;
    this.find(".to-open").hidden = open === 0;
    this.find(".retry").hidden = wrong.length === 0;
    this.find(".score span").textContent = "";
  }

  /** Show the score, on demand only. */
  showScore() {
    const { drawn, answers } = this.state;
    const right = drawn.filter((id) => answers[id] && this.byId.get(id).isRight(answers[id])).length;
    this.find(".score span").textContent = fill(this.words.score_text, { right, total: drawn.length });
    this.announce(this.find(".score span").textContent);
  }
}

define("knowledge-check", KnowledgeCheck);
