// The registry of kinds of questions: each kind's element.js defines its class, which the knowledge check then uses.

/**
 * @typedef {import("./question.js").Question} Question
 * @typedef {import("./question.js").Words} Words
 * @typedef {new (element: HTMLElement, words: Words) => Question} QuestionClass
 */

/** @type {Map<string | undefined, QuestionClass>} */
const questionClasses = new Map();

/** Define the class for the questions of a kind. @param {string} kind @param {QuestionClass} questionClass */
export function defineItemKind(kind, questionClass) {
  questionClasses.set(kind, questionClass);
}

/** Create the question for an element, by its `data-kind`; the words of its kind are those under its name.
 *  @param {HTMLElement} element @param {Words} words @returns {Question} */
export function createQuestion(element, words) {
  const { kind } = element.dataset;
  const QuestionClass = questionClasses.get(kind);
  if (!QuestionClass) throw new Error(`No class is defined for questions of the kind '${kind}'.`);
  return new QuestionClass(element, { ...words, ...words[kind ?? ""] });
}
