// @ts-check
import { LessonElement, define, existing, fill } from "./lesson.js";
import { shuffled } from "./draw.js";
import { Question } from "./question.js";

/** A round of questions. State: `seed`, `drawn` (ids in order), `answers` (id to option ids), `position`. */
export class KnowledgeCheck extends LessonElement {
  enhance() {
    this.questions = this.all("article.item").map((element) => new Question(element, this.words));
    this.byId = new Map(this.questions.map((question) => [question.id, question]));
    const form = this.one("form.start");
    // not at its submission, which a frame may forbid; Enter in a field clicks this button, too
    form.querySelector("[type=submit]").addEventListener("click", (event) => {
      event.preventDefault();
      if (!form.reportValidity()) return;
      this.start(Number(form.elements.count.value), Number(form.elements.seed.value) || 1);
    });
    for (const question of this.questions) this.enhanceQuestion(question);
    this.one(".controls .previous").addEventListener("click", () => this.turn(-1));
    this.one(".controls .next").addEventListener("click", () => this.turn(1));
    this.one(".retry").addEventListener("click", () => {
      this.deal(this.state.seed, this.wrong);
      this.focusPlace();
    });
    this.one(".to-open").addEventListener("click", () => this.turnTo(this.unanswered[0]));
    this.one(".restart").addEventListener("click", () => this.restart());
    this.one(".show-score").addEventListener("click", () => this.showScore());
  }

  enhanceQuestion(question) {
    const { element } = question;
    element.querySelector(".check").addEventListener("click", () => this.answer(question));
    for (const button of element.querySelectorAll(".up, .down")) {
      button.addEventListener("click", () => {
        this.say(question.move(button.closest(".option"), button.matches(".up") ? -1 : 1));
        button.focus();
      });
    }
  }

  start(count, seed) {
    this.deal(seed, this.draw(count, seed));
    this.focusPlace();
  }

  draw(count, seed) {
    return shuffled(this.questions.map((question) => question.id), seed).slice(0, count);
  }

  deal(seed, drawn) {
    this.change({ seed, drawn, answers: {}, position: 0 });
  }

  restart() {
    this.one("form.start").elements.seed.value = this.state.seed + 1;
    this.change({ drawn: [], answers: {}, position: 0 });
    this.one("form.start select").focus();
  }

  answer(question) {
    const { chosen } = question;
    question.hint(chosen.length ? "" : this.words.choose);
    if (!chosen.length) return;
    this.change({ answers: { ...this.state.answers, [question.id]: chosen } });
    question.element.querySelector(".result").focus(); // the verdict is read because it has the focus
  }

  turn(by) {
    this.turnTo(this.state.position + by);
  }

  turnTo(position) {
    this.change({ position });
    this.focusPlace();
  }

  /** Go to the question shown, or to the summary behind the last one, so that reading starts there. */
  focusPlace() {
    const { drawn, position } = this.state;
    const place = this.byId.get(drawn[position])?.element.querySelector("legend") ?? this.one(".summary");
    place.tabIndex = -1;
    place.getClientRects(); // Firefox gives a legend no focus before it is laid out
    place.focus();
  }

  /** The places of the questions that are not answered yet. @returns {number[]} */
  get unanswered() {
    const { drawn, answers } = this.state;
    return drawn.flatMap((id, index) => (answers[id] ? [] : [index]));
  }

  get wrong() {
    const { drawn, answers } = this.state;
    return drawn.filter((id) => answers[id] && !this.byId.get(id).isRight(answers[id]));
  }

  /** A round is named by its number and its length: "7-12". */
  get place() {
    const { seed, drawn } = this.state;
    const whole = `${this.draw(drawn.length, seed)}` === `${drawn}`; // a round of wrong ones has no number
    return drawn.length && whole ? `${seed}-${drawn.length}` : "";
  }

  open(named) {
    const [, seed, count] = /^(\d{1,4})-(\d{1,3})$/.exec(named) ?? [];
    if (seed && named !== this.place) this.deal(Number(seed), this.draw(Number(count), Number(seed)));
    return Boolean(seed);
  }

  accept({ seed, drawn, answers, position }) {
    const ids = this.questions.map((question) => question.id);
    const round = existing(drawn, ids);
    const kept = {};
    for (const id of round) {
      const given = this.byId.get(id).accept(answers?.[id]);
      if (given) kept[id] = given;
    }
    const whole = Number.isInteger(position) ? Math.min(Math.max(position, 0), round.length) : 0;
    return { seed: Number.isInteger(seed) && seed > 0 ? seed : 1, drawn: round, answers: kept, position: whole };
  }

  show({ seed, drawn, answers, position }) {
    const started = drawn.length > 0;
    this.toggleAttribute("data-started", started);
    this.toggleAttribute("data-finished", started && position === drawn.length);
    for (const question of this.questions) {
      question.element.toggleAttribute("data-open", question.id === drawn[position]);
    }
    if (started && `${seed} ${drawn}` !== this.mixed) this.mix(seed, drawn);
    drawn.forEach((id, index) => {
      const question = this.byId.get(id);
      question.showAnswer(answers[id] ?? null, seed * 100 + index);
      question.element.querySelector(".place").textContent =
        `${fill(this.words.question, { number: index + 1, total: drawn.length })}. `;
    });
    this.showControls(drawn, position);
    if (position === drawn.length) this.showSummary();
  }

  /** Shuffle every question of a new round by the round's number and its place. */
  mix(seed, drawn) {
    this.mixed = `${seed} ${drawn}`;
    drawn.forEach((id, index) => this.byId.get(id).shuffle(seed * 100 + index));
  }

  showControls(drawn, position) {
    const [previous, next] = [this.one(".controls .previous"), this.one(".controls .next")];
    previous.hidden = position === 0;
    next.hidden = position === drawn.length;
    next.textContent = position === drawn.length - 1 ? this.words.finish : this.words.next;
  }

  showSummary() {
    const { wrong } = this;
    const open = this.unanswered.length;
    const clean = !wrong.length && !open;
    this.one(".outcome").textContent = clean
      ? this.words.summary_all_right
      : open
        ? fill(this.words.summary_open, { count: open })
        : "";
    const links = new Map(wrong.map((id) => this.byId.get(id).element.querySelector(".read a")).map((a) => [a.href, a]));
    this.one(".reading ul").replaceChildren(
      ...[...links.values()].map((link) => {
        const item = document.createElement("li");
        item.append(link.cloneNode(true));
        return item;
      }),
    );
    this.one(".reading").hidden = links.size === 0;
    this.one(".to-open").hidden = open === 0;
    this.one(".retry").hidden = wrong.length === 0;
    this.one(".score span").textContent = "";
  }

  /** The score is there for whoever asks. */
  showScore() {
    const { drawn, answers } = this.state;
    const right = drawn.filter((id) => answers[id] && this.byId.get(id).isRight(answers[id])).length;
    this.one(".score span").textContent = fill(this.words.score_text, { right, total: drawn.length });
    this.say(this.one(".score span").textContent);
  }
}

define("knowledge-check", KnowledgeCheck);
