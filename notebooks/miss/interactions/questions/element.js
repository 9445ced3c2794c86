import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { LessonElement, define, knownIds } from "../../widgets/lesson.js";
import { asObject, wholeNumber } from "../../widgets/objects.js";
import { renderControls } from "./controls.js";
import { createQuestion } from "./item_kinds.js";
import { addResult, validResults } from "./results.js";
import { answeredQuestions, asked, parseRound, roundProgress, unansweredPositions, validAnswers } from "./round.js";
import { shuffled } from "./shuffle.js";
import { renderSummary } from "./summary.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./results.js").Results} Results */
/** @typedef {{ seed: number, drawn: string[], answers: Record<string, string[]>, position: number, results: Results }} State */

/** A round of questions. State: `seed`, `drawn` (ids in order), `answers` (option ids by id), `position`,
 *  `results` (of all rounds, by id).
 *  @extends {LessonElement<State, import("./question.js").TextName, import("./question.js").TemplateName>} */
class KnowledgeCheck extends LessonElement {
  enhance() {
    /** @type {Question[]} */
    this.questions = this.findAll("article.item").map((element) => createQuestion(element, this.words));
    /** @type {Map<string, Question>} */
    this.byId = new Map(this.questions.map((question) => [question.id, question]));
    this.enhanceForm();
    for (const question of this.questions) this.enhanceQuestion(question);
    this.find(".controls .previous").addEventListener("click", () => this.goTo(this.state.position - 1));
    this.find(".controls .next").addEventListener("click", () => this.goTo(this.state.position + 1));
    this.find(".retry").addEventListener("click", () => {
      const wrong = answeredQuestions(this.round, false).map((question) => question.id);
      this.startRound(this.state.seed, wrong);
      this.focusCurrent();
    });
    this.find(".to-open").addEventListener("click", () => this.goTo(unansweredPositions(this.round)[0] ?? 0));
    this.find(".restart").addEventListener("click", () => this.restart());
    this.find(".show-score").addEventListener("click", () => this.showScore());
  }

  enhanceForm() {
    /** @type {HTMLFormElement} */
    const form = this.find("form.start");
    /** @type {HTMLSelectElement} */
    this.countSelect = find(form, "[name=count]");
    /** @type {HTMLInputElement} */
    this.seedInput = find(form, "[name=seed]");
    // not on submit, which a sandboxed frame may block; Enter in a field clicks this button, too
    find(form, "[type=submit]").addEventListener("click", (event) => {
      event.preventDefault();
      if (form.reportValidity()) this.start(Number(this.countSelect.value), Number(this.seedInput.value) || 1);
    });
  }

  /** @param {Question} question */
  enhanceQuestion(question) {
    find(question.element, ".check").addEventListener("click", () => this.answer(question));
    question.element.addEventListener("input", () => question.showHint(""));
    question.enhance((message) => this.announce(message));
  }

  /** @param {number} count @param {number} seed */
  start(count, seed) {
    this.startRound(seed, this.selectIds(count, seed));
    this.focusCurrent();
  }

  /** @param {number} count @param {number} seed */
  selectIds(count, seed) {
    return shuffled([...this.byId.keys()], seed).slice(0, count);
  }

  /** @param {number} seed @param {string[]} drawn */
  startRound(seed, drawn) {
    this.change({ seed, drawn, answers: {}, position: 0 });
  }

  restart() {
    this.seedInput.value = String(this.state.seed + 1);
    this.change({ drawn: [], answers: {}, position: 0 });
    this.countSelect.focus();
  }

  /** @param {Question} question */
  answer(question) {
    const { chosen } = question;
    question.showHint(chosen.length ? "" : this.words.choose);
    if (!chosen.length) return;
    const results = addResult(this.state.results, question.id, question.isRight(chosen));
    this.change({ answers: { ...this.state.answers, [question.id]: chosen }, results });
    find(question.element, ".result").focus(); // screen readers read the verdict when it gets the focus
    question.revealChoice();
  }

  /** @param {number} position */
  goTo(position) {
    this.change({ position });
    this.focusCurrent();
  }

  /** Focus the current question, or the summary after the last one, so that screen readers continue there. */
  focusCurrent() {
    const { drawn, position } = this.state;
    const question = this.byId.get(drawn[position] ?? "");
    const target = question ? find(question.element, "legend") : this.find(".summary");
    target.tabIndex = -1;
    target.getClientRects(); // Firefox cannot focus a legend before layout
    target.focus({ preventScroll: true });
    target.scrollIntoView(); // to the top: what is asked, and what can be answered
  }

  /** The questions of this round, each with its answer, if any. */
  get round() {
    const { drawn, answers } = this.state;
    return asked(this.byId, drawn, answers);
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

  /** How much of the round is done; before one begins, of the one that the page offers. */
  get progress() {
    const offered = Number(this.countSelect?.options[0]?.value);
    return roundProgress(this.round.length ? this.round : asked(this.byId, this.selectIds(offered, 1), {}));
  }

  /** @param {string} value */
  openPermalinkValue(value) {
    const named = parseRound(value);
    if (named && value !== this.permalinkValue) this.startRound(named.seed, this.selectIds(named.count, named.seed));
    return named !== null;
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<State>} state */
  normalizeState({ seed, drawn, answers, position, results }) {
    const ids = [...this.byId.keys()];
    const round = knownIds(drawn, ids);
    const valid = validAnswers(this.byId, round, asObject(answers));
    return {
      seed: wholeNumber(seed, 1, Number.MAX_SAFE_INTEGER, 1),
      drawn: round,
      answers: valid,
      position: wholeNumber(position, 0, round.length, 0),
      results: validResults(results, ids, asked(this.byId, round, valid)),
    };
  }

  /** @param {State} state */
  render({ seed, drawn, position }) {
    const started = drawn.length > 0;
    this.toggleAttribute("data-started", started);
    this.toggleAttribute("data-finished", started && position === drawn.length);
    for (const question of this.questions) {
      question.element.toggleAttribute("data-open", question.id === drawn[position]);
    }
    if (started && `${seed} ${drawn}` !== this.shuffledRound) this.shuffleOptions();
    this.round.forEach(({ question, answer }, index) => {
      question.renderAnswer(answer, seed * 100 + index);
      const place = fill(this.words.question, { number: index + 1, total: drawn.length });
      find(question.element, ".place").textContent = `${place}. `;
    });
    const nextLabel = position === drawn.length - 1 ? this.words.finish : this.words.next;
    renderControls(this, this.byId.get(drawn[position] ?? ""), position > 0, nextLabel);
    if (position === drawn.length) this.renderSummary();
  }

  /** Shuffle the options of every question of a new round, seeded by the round and the position. */
  shuffleOptions() {
    const { seed, drawn } = this.state;
    this.shuffledRound = `${seed} ${drawn}`;
    this.round.forEach(({ question }, index) => {
      question.shuffle(seed * 100 + index);
    });
  }

  renderSummary() {
    renderSummary(this, answeredQuestions(this.round, false), unansweredPositions(this.round).length, this.words);
  }

  /** Show the score, on demand only. */
  showScore() {
    const right = answeredQuestions(this.round, true).length;
    const text = fill(this.words.score_text, { right, total: this.round.length });
    this.find(".score span").textContent = text;
    this.announce(text);
  }
}

define("knowledge-check", KnowledgeCheck);
