import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { LessonElement } from "../../widgets/lesson.js";
import { seedOf } from "../../widgets/shuffle.js";
import { renderControls } from "./controls.js";
import { createQuestion } from "./item_kinds.js";
import { addResult } from "./results.js";
import { asked, roundProgress } from "./round.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./results.js").Results} Results */
/** @typedef {{ drawn: string[], answers: Record<string, string[]>, position: number, results: Results }} AskedState */

/** Questions that are asked one by one, in the order of `drawn`: which one is shown, and the ways to the others.
 *  @template {AskedState} State
 *  @extends {LessonElement<State, import("./question.js").TextName, import("./question.js").TemplateName>} */
export class AskedList extends LessonElement {
  enhance() {
    /** Whether the page names the questions; else each round draws them. */
    this.given = this.hasAttribute("data-given");
    /** @type {Question[]} */
    this.questions = this.findAll("article.item").map((element) => createQuestion(element, this.words));
    /** @type {Map<string, Question>} */
    this.byId = new Map(this.questions.map((question) => [question.id, question]));
    for (const question of this.questions) this.enhanceQuestion(question);
    this.find(".turn-questions .previous").addEventListener("click", () => this.backward());
    this.find(".turn-questions .next").addEventListener("click", () => this.forward());
  }

  /** @param {Question} question */
  enhanceQuestion(question) {
    find(question.element, ".check").addEventListener("click", () => this.answer(question));
    question.element.addEventListener("input", () => question.showHint(""));
    question.enhance((message) => this.announce(message));
  }

  /** Take what was chosen as the answer; say what is missing, if it is none yet. @param {Question} question */
  answer(question) {
    const { chosen, missing } = question;
    question.showHint(missing);
    if (missing) {
      question.focus();
      return;
    }
    const before = question.missed ? addResult(this.state.results, question.id, false) : this.state.results;
    const results = addResult(before, question.id, question.isRight(chosen));
    this.tell(question, { answers: { ...this.state.answers, [question.id]: chosen }, results });
  }

  /** Apply an answer, and show what follows. @param {Question} question @param {Pick<AskedState, "answers" | "results">} changes */
  tell(question, changes) {
    this.change(/** @type {Partial<State>} */ (changes));
    find(question.element, ".result").focus(); // screen readers read the verdict when it gets the focus
    this.reveal(question);
  }

  /** Scroll to what follows from an answer. @param {Question} question */
  reveal(question) {
    question.revealChoice();
  }

  /** The questions, each with its answer, if any. */
  get round() {
    const { drawn, answers } = this.state;
    return asked(this.byId, drawn, answers);
  }

  /** The question that is shown; before a round and after it, none. */
  get current() {
    const { drawn, position } = this.state;
    return this.byId.get(drawn[position] ?? "");
  }

  /** Whether a round is to be started, or a question to be answered or tried again, before the page goes on. */
  get waiting() {
    const { current } = this;
    if (!current) return this.state.drawn.length === 0;
    const answer = this.state.answers[current.id];
    return !answer || Boolean(this.given && !current.isRight(answer));
  }

  /** Which of several questions is shown. */
  get place() {
    const { drawn, position } = this.state;
    return this.current && drawn.length > 1 ? this.placeOf(position) : "";
  }

  /** @param {number} index */
  placeOf(index) {
    return fill(this.words.question, { number: index + 1, total: this.state.drawn.length });
  }

  /** Go on to the next question, or to what comes after the last one of a round.
   *  @returns {boolean} whether there is such a place */
  forward() {
    return this.move(1);
  }

  /** Go back to the previous question. @returns {boolean} whether there is one */
  backward() {
    return this.move(-1);
  }

  /** @param {-1 | 1} offset */
  move(offset) {
    const position = this.state.position + offset;
    const exists = position >= 0 && position <= this.lastOf(this.state.drawn);
    if (exists) this.goTo(position);
    return exists;
  }

  /** The last position: after the questions of a round comes its summary. @param {string[]} drawn */
  lastOf(drawn) {
    return drawn.length - (this.given ? 1 : 0);
  }

  /** @param {number} position */
  goTo(position) {
    this.change(/** @type {Partial<State>} */ ({ position }));
    this.focusCurrent();
  }

  /** Focus the current question, or the summary after the last one, so that screen readers continue there. */
  focusCurrent() {
    const { current } = this;
    const target = current ? find(current.element, "legend") : this.find(".summary");
    target.tabIndex = -1;
    target.getClientRects(); // Firefox cannot focus a legend before layout
    target.focus({ preventScroll: true });
    target.scrollIntoView(); // to the top: what is asked, and what can be answered
  }

  /** How much of these questions is done. */
  get progress() {
    return roundProgress(this.round);
  }

  /** @param {State} state */
  render({ drawn, position }) {
    const started = drawn.length > 0;
    this.toggleAttribute("data-started", started);
    this.toggleAttribute("data-finished", started && position === drawn.length);
    for (const question of this.questions ?? []) {
      question.element.toggleAttribute("data-open", question.id === drawn[position]);
    }
    if (started && `${this.seed} ${drawn}` !== this.shuffledRound) this.shuffleOptions();
    this.round.forEach(({ question, answer }, index) => {
      question.renderAnswer(answer, this.shuffleSeed(question, index));
      find(question.element, ".place").textContent = this.given && drawn.length === 1 ? "" : `${this.placeOf(index)}. `;
    });
    renderControls(this, this.current, { hasPrevious: position > 0, nextLabel: this.nextLabel });
    if (!this.current) this.afterQuestions.after(this.find(".turn-questions"));
  }

  /** What stands where no question is shown: the way back stands below it. @returns {Element} */
  get afterQuestions() {
    return this.find(".items");
  }

  get nextLabel() {
    const { drawn, position } = this.state;
    if (position < drawn.length - 1) return this.words.next;
    return this.given ? "" : this.words.finish;
  }

  /** Shuffle the options of every question of a new round. */
  shuffleOptions() {
    this.shuffledRound = `${this.seed} ${this.state.drawn}`;
    this.round.forEach(({ question }, index) => {
      question.shuffle(this.shuffleSeed(question, index));
    });
  }

  /** What tells one order of the options from another. */
  get seed() {
    return 0;
  }

  /** The seed for the options of a question: the same on every visit. @param {Question} question @param {number} _index */
  shuffleSeed(question, _index) {
    return seedOf(question.id);
  }
}
