// The stops of a case: which questions each has, and what follows from their answers.

import { findAll, idOf } from "../../widgets/find.js";

/** One stop on the page. */
export class CaseStop {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.id = idOf(element);
    this.path = element.dataset.path ?? "";
    this.picture = element.dataset.picture ?? "";
    /** The state of the picture from which question on. @type {Record<string, string>} */
    this.scenes = JSON.parse(element.dataset.scenes ?? "{}");
    this.later = findAll(element, "[data-from]");
    this.ids = findAll(element, "article.item").map(idOf);
    this.outcomes = findAll(element, ".outcomes");
    for (const outcomes of this.outcomes) moveBelowTask(element, outcomes);
  }

  /** What follows from the answers to a question, if anything does. @param {string | undefined} id */
  outcomesOf(id) {
    return this.outcomes.find(({ dataset }) => dataset.item === id);
  }

  /** Show this stop, if it is the current one, and what follows from what was answered in it.
   *  @param {boolean} current @param {{ answers: Record<string, string[]> }} state */
  render(current, { answers }) {
    this.element.toggleAttribute("data-open", current);
    for (const outcomes of this.outcomes) {
      const answer = answers[outcomes.dataset.item ?? ""] ?? [];
      for (const outcome of findAll(outcomes, ".outcome")) {
        outcome.toggleAttribute("data-open", answer.includes(outcome.dataset.option ?? ""));
      }
    }
  }

  /** The questions up to one, by id. @param {string} id */
  reached(id) {
    return this.ids.slice(0, this.ids.indexOf(id) + 1);
  }

  /** The state of the picture at a question: that of the latest scene or outcome up to it.
   *  @param {string} id @param {Record<string, string[]>} answers */
  pictureAt(id, answers) {
    return this.reached(id).reduce(
      (picture, each) => this.outcomeOf(each, answers[each] ?? [])?.dataset.picture ?? this.scenes[each] ?? picture,
      this.picture,
    );
  }

  /** What follows from the answer to a question. @param {string} id @param {string[]} answer */
  outcomeOf(id, answer) {
    const outcomes = this.outcomesOf(id);
    return outcomes && findAll(outcomes, ".outcome").find(({ dataset }) => answer.includes(dataset.option ?? ""));
  }

  /** Show of the chart only what was known at a question. @param {string} id */
  showKnown(id) {
    const reached = this.reached(id);
    for (const each of this.later) each.toggleAttribute("data-later", !reached.includes(each.dataset.from ?? ""));
  }
}

/** Have what follows above the answers, where it is seen when one is checked. @param {HTMLElement} stop @param {HTMLElement} outcomes */
function moveBelowTask(stop, outcomes) {
  const item = findAll(stop, "article.item").find((each) => idOf(each) === outcomes.dataset.item);
  item?.querySelector(".task")?.after(outcomes);
}

/** The stops of all paths, and those of this one. @param {CaseStop[]} stops @param {string} path */
export function stopsOnPath(stops, path) {
  return stops.filter((stop) => !stop.path || stop.path === path);
}
