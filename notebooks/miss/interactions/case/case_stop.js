// The stops of a case: which questions each has, and what follows from their answers.

import { findAll, idOf } from "../../widgets/find.js";

/** One stop on the page. */
export class CaseStop {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.id = idOf(element);
    this.path = element.dataset.path ?? "";
    /** The state of the picture at each question, by id. @type {Record<string, string>} */
    this.pictures = JSON.parse(element.dataset.pictures ?? "{}");
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

  /** The state of the picture at a question: what follows from its answer, or what it is there.
   *  @param {string} id @param {string[]} answer */
  pictureAt(id, answer) {
    const outcomes = this.outcomesOf(id);
    const followed =
      outcomes && findAll(outcomes, ".outcome").find(({ dataset }) => answer.includes(dataset.option ?? ""));
    return followed?.dataset.picture ?? this.pictures[id] ?? "";
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
