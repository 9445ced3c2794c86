// @ts-check
// The registry of kinds of questions: each kind's element.js defines its class, which the knowledge check then uses.

/** @typedef {import("./question.js").Question} Question */

/** @type {Map<string | undefined, new (element: HTMLElement, words: Record<string, string>) => Question>} */
const questionClasses = new Map();

/** Define the class for the questions of a kind. @param {string} kind @param {any} questionClass */
export function defineItemKind(kind, questionClass) {
  questionClasses.set(kind, questionClass);
}

/** Create the question for an element, by its `data-kind`.
 *  @param {HTMLElement} element @param {Record<string, string>} words @returns {Question} */
export function createQuestion(element, words) {
  const { kind } = element.dataset;
  const QuestionClass = questionClasses.get(kind);
  if (!QuestionClass) throw new Error(`No class is defined for questions of the kind '${kind}'.`);
  return new QuestionClass(element, words);
}
