import "../../widgets/figure.js";
import { fill } from "../../widgets/fill.js";
import { define } from "../../widgets/lesson.js";
import { asObject, wholeNumber } from "../../widgets/objects.js";
import { AskedList } from "../questions/asked_list.js";
import { validResults } from "../questions/results.js";
import { asked, roundProgress, validAnswers } from "../questions/round.js";
import { CaseChart } from "./case_chart.js";
import { enhanceCaseEnd, renderCaseEnd } from "./case_end.js";
import { isBelowMiddle, landmarksOf } from "./case_landmarks.js";
import { CaseStop, stopsOnPath } from "./case_stop.js";

/** @typedef {import("../questions/question.js").Question} Question */
/** @typedef {import("../questions/asked_list.js").AskedState & { path: string }} CaseState */

/** A patient from stop to stop, with a chart, questions, and a picture that follows what is answered.
 *  State: `path` (an id, or "" before one is chosen), `drawn` (ids of the questions on it, in order), `answers`,
 *  `position` (after the last question comes the fork, or the end), `results`.
 *  @extends {AskedList<CaseState>} */
export class PatientCase extends AskedList {
  enhance() {
    super.enhance();
    this.caseWords = JSON.parse(this.dataset.case ?? "{}");
    this.stops = this.findAll(".stop").map((element) => new CaseStop(element));
    this.paths = [...new Set(this.stops.map(({ path }) => path).filter(Boolean))];
    this.chart = new CaseChart(this);
    for (const button of this.findAll(".stops button")) {
      button.addEventListener("click", () => this.goToStop(/** @type {HTMLButtonElement} */ (button).value));
    }
    for (const button of this.findAll(".fork .path")) {
      button.addEventListener("click", () => this.choosePath(/** @type {HTMLButtonElement} */ (button).value));
    }
    enhanceCaseEnd(this);
  }

  /** @param {Question} question */
  reveal(question) {
    const outcomes = this.currentStop?.outcomesOf(question.id);
    if (outcomes) outcomes.scrollIntoView();
    else super.reveal(question);
  }

  /** Go on; first to the story and to the question, if they were not seen yet. At the fork only a choice goes on. */
  forward() {
    const unseen = this.atFork ? this.afterQuestions : this.waiting && landmarksOf(this).find(isBelowMiddle);
    if (!unseen) return super.forward();
    unseen.scrollIntoView();
    return true;
  }

  /** @param {number} position */
  goTo(position) {
    this.chart?.toggle(false);
    super.goTo(position);
  }

  /** The ids of the questions at all stops on a path. @param {string} path */
  idsOn(path) {
    return stopsOnPath(this.stops ?? [], path).flatMap(({ ids }) => ids);
  }

  /** Where the paths part: the number of questions before that. */
  get forkPosition() {
    return this.idsOn("").length;
  }

  /** Go on along a path, from its first stop. @param {string} path */
  choosePath(path) {
    this.change({ path, position: this.forkPosition });
    this.focusCurrent();
  }

  /** Go to the first open question of a stop, or to its first one; to the fork, if no path is chosen yet.
   *  @param {string} id */
  goToStop(id) {
    const { answers, drawn } = this.state;
    const ids = this.stops?.find((stop) => stop.id === id)?.ids ?? [];
    const target = ids.find((each) => !answers[each]) ?? ids[0] ?? "";
    this.goTo(drawn.includes(target) ? drawn.indexOf(target) : this.forkPosition);
  }

  /** The stop of the question that is shown; at the fork and at the end, the last one before. */
  get currentStop() {
    const { drawn, position } = this.state;
    const id = drawn[Math.min(position, drawn.length - 1)] ?? "";
    return this.stops?.find(({ ids }) => ids.includes(id));
  }

  /** Whether the reader has to choose a path. */
  get atFork() {
    const { path, position } = this.state;
    return Boolean(this.paths?.length) && !path && position === this.forkPosition;
  }

  /** Focus the current question, the fork or the end, so that screen readers continue there. */
  focusCurrent() {
    this.chart?.measure();
    if (this.current) {
      super.focusCurrent();
      this.scrollToCurrent();
    } else {
      this.afterQuestions.focus({ preventScroll: true });
      this.afterQuestions.scrollIntoView();
    }
  }

  /** Scroll to the current question; to the story, if it is the first one of its stop. */
  scrollToCurrent() {
    const [target = this.afterQuestions] = landmarksOf(this);
    target.scrollIntoView();
  }

  get afterQuestions() {
    return this.find(this.atFork ? ".fork" : ".end");
  }

  get waiting() {
    return this.atFork || super.waiting;
  }

  get place() {
    return this.current ? this.placeOf(this.state.position) : "";
  }

  /** @param {number} index */
  placeOf(index) {
    const id = this.state.drawn[index] ?? "";
    const ids = this.stops?.find((stop) => stop.ids.includes(id))?.ids ?? [];
    return fill(this.caseWords.question, { number: ids.indexOf(id) + 1, total: ids.length });
  }

  /** How many questions of all paths have been answered. */
  get progress() {
    return roundProgress(asked(this.byId, [...this.byId.keys()], this.state.answers));
  }

  get nextLabel() {
    const { drawn, position, path } = this.state;
    if (position < drawn.length - 1) return this.words.next;
    return path || !this.paths?.length ? this.caseWords.to_end : this.caseWords.to_fork;
  }

  get permalinkValue() {
    return this.currentStop && this.state.position ? this.currentStop.id : "";
  }

  get uncounted() {
    return true;
  }

  /** @param {string} id the stop */
  openPermalinkValue(id) {
    const stop = this.stops?.find((each) => each.id === id);
    if (!stop) return false;
    const path = stop.path || this.state.path;
    this.change({ path, position: this.idsOn(path).indexOf(stop.ids[0] ?? "") });
    return true;
  }

  /** @param {import("../../widgets/lesson.js").Unchecked<CaseState>} state */
  normalizeState({ path, answers, position, results }) {
    const chosen = this.paths?.find((each) => each === path) ?? "";
    const drawn = this.idsOn(chosen);
    const every = [...this.byId.keys()];
    const valid = validAnswers(this.byId, every, asObject(answers));
    return {
      path: chosen,
      drawn,
      answers: valid,
      position: wholeNumber(position, 0, drawn.length, 0),
      results: validResults(results, every, asked(this.byId, every, valid)),
    };
  }

  /** @param {CaseState} state */
  render(state) {
    super.render(state);
    const { currentStop, current } = this;
    const atEnd = !current && !this.atFork;
    this.toggleAttribute("data-at-fork", this.atFork);
    this.toggleAttribute("data-first", current?.id === currentStop?.ids[0]);
    this.toggleAttribute("data-at-end", atEnd);
    for (const stop of this.stops ?? []) stop.render(stop === currentStop, state);
    if (currentStop) this.chart?.render(currentStop, current, state.answers);
    if (atEnd) renderCaseEnd(this);
  }
}

define("patient-case", PatientCase);
