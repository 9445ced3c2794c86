import { define, knownIds } from "../../widgets/lesson.js";
import { asObject, wholeNumber } from "../../widgets/objects.js";
import { AskedList } from "./asked_list.js";
import { drawRound } from "./draw.js";
import { enhanceGiven, tell } from "./given.js";
import { validResults } from "./results.js";
import { answeredQuestions, asked, parseRound, roundProgress, unansweredPositions, validAnswers } from "./round.js";
import { enhanceForm, offerRound, offeredSeed, offersTwoTries } from "./start_form.js";
import { enhanceSummary, renderSummary } from "./summary.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./asked_list.js").AskedState & { seed: number, two_tries: boolean, tried: string[] }} State */

/** A round of questions: drawn from all of them; with `data-given`, all of them in their order.
 *  State: `seed`, `drawn` (ids in order), `answers` (option ids by id), `position`, `results` (of all rounds, by id),
 *  `two_tries` (whether a first wrong answer is tried again), `tried` (ids of the questions whose first try was wrong).
 *  @extends {AskedList<State>} */
export class KnowledgeCheck extends AskedList {
  enhance() {
    super.enhance();
    if (this.given) enhanceGiven(this);
    else {
      enhanceForm(this);
      enhanceSummary(this);
    }
  }

  /** @param {number} count @param {number} seed */
  start(count, seed) {
    this.startRound(seed, this.selectIds(count, seed), offersTwoTries(this));
    this.focusCurrent();
  }

  /** @param {number} count @param {number} seed */
  selectIds(count, seed) {
    return drawRound([...this.byId.values()], count, seed);
  }

  /** @param {number} seed @param {string[]} drawn */
  startRound(seed, drawn, two_tries = this.state.two_tries) {
    this.change({ seed, drawn, answers: {}, position: 0, two_tries, tried: [] });
  }

  restart() {
    this.change({ drawn: [], answers: {}, position: 0, tried: [] });
    offerRound(this, this.state.seed + 1);
  }

  /** @param {Question} question @param {Pick<State, "answers" | "results">} changes */
  tell(question, changes) {
    if (this.given) tell(this, question, changes);
    else if (this.hasSecondTry(question, changes.answers[question.id] ?? [])) {
      this.change({ tried: [...this.state.tried, question.id], results: changes.results });
      question.showHint(this.words.once_more);
    } else super.tell(question, changes);
  }

  /** Whether an answer is wrong, and may be changed once. @param {Question} question @param {string[]} answer */
  hasSecondTry(question, answer) {
    return this.state.two_tries && !this.state.tried.includes(question.id) && !question.isRight(answer);
  }

  get seed() {
    return this.state.seed;
  }

  /** In a round every place has its own. @param {Question} question @param {number} index */
  shuffleSeed(question, index) {
    return this.given ? super.shuffleSeed(question, index) : this.state.seed * 100 + index;
  }

  /** A round is identified by its seed and length: "7-12". */
  get permalinkValue() {
    const { seed, drawn } = this.state;
    const seeded = `${this.selectIds(drawn.length, seed)}` === `${drawn}`; // unlike a retry of the wrong answers
    return drawn.length && seeded && !this.given ? `${seed}-${drawn.length}` : "";
  }

  get uncounted() {
    return true;
  }

  /** What was right at the second try only does not count as recalled. */
  get judged() {
    const { answers, tried } = this.state;
    const right = answeredQuestions(this.round, true).map(({ id }) => id);
    return Object.fromEntries(Object.keys(answers).map((id) => [id, right.includes(id) && !tried.includes(id)]));
  }

  /** How much of the round is done; before one begins, of the one that the page offers. */
  get progress() {
    if (this.state.drawn.length) return super.progress;
    return roundProgress(asked(this.byId, this.selectIds(this.offered, 1), {}));
  }

  /** How many questions the page offers to begin with. */
  get offered() {
    return Number(this.querySelector("form.start option")?.getAttribute("value"));
  }

  /** Go on; if no round has begun, begin the one that the page offers. */
  forward() {
    if (this.given || this.state.drawn.length) return super.forward();
    this.start(this.offered, offeredSeed(this));
    return true;
  }

  /** @param {string} value */
  openPermalinkValue(value) {
    const named = parseRound(value);
    if (!named) return this.openNamed(knownIds(value.split(","), [...this.byId.keys()]));
    if (value !== this.permalinkValue) this.startRound(named.seed, this.selectIds(named.count, named.seed));
    return true;
  }

  /** Start a round of some questions, unless it has begun and goes on. @param {string[]} ids */
  openNamed(ids) {
    const goesOn = `${this.state.drawn}` === `${ids}` && unansweredPositions(this.round).length > 0;
    if (ids.length && !goesOn) this.startRound(offeredSeed(this), ids);
    return ids.length > 0;
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<State>} state */
  normalizeState({ seed, drawn, answers, position, results, two_tries, tried }) {
    const ids = [...this.byId.keys()];
    const round = this.given ? ids : knownIds(drawn, ids);
    const valid = validAnswers(this.byId, round, asObject(answers));
    return {
      seed: wholeNumber(seed, 1, Number.MAX_SAFE_INTEGER, 1),
      drawn: round,
      answers: valid,
      position: wholeNumber(position, 0, this.lastOf(round), 0),
      results: validResults(results, ids, asked(this.byId, round, valid)),
      two_tries: two_tries === true,
      tried: knownIds(tried, round),
    };
  }

  /** @param {State} state */
  render(state) {
    super.render(state);
    if (!this.given && state.position === state.drawn.length) renderSummary(this);
  }
}

define("knowledge-check", KnowledgeCheck);
