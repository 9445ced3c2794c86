import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";

/** Render what comes after the last question: the outcome, what to read again, and how to go on.
 *  @param {HTMLElement} check @param {import("./question.js").Question[]} wrong the questions answered wrong
 *  @param {number} open how many have no answer @param {import("./question.js").Words} words */
export function renderSummary(check, wrong, open, words) {
  find(check, ".outcome").textContent = outcome(wrong.length, open, words);
  const links = readingLinks(wrong);
  find(check, ".reading ul").replaceChildren(...links.map(createItem));
  find(check, ".reading").hidden = links.length === 0;
  find(check, ".to-open").hidden = open === 0;
  find(check, ".retry").hidden = wrong.length === 0;
  find(check, ".score span").textContent = "";
}

/** @param {number} wrong @param {number} open @param {import("./question.js").Words} words */
function outcome(wrong, open, words) {
  if (open) return fill(words.summary_open, { count: open });
  return wrong ? "" : words.summary_all_right;
}

/** The links to what to read again, each once. @param {import("./question.js").Question[]} questions */
function readingLinks(questions) {
  /** @type {HTMLAnchorElement[]} */
  const links = questions.map((question) => find(question.element, ".read a"));
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

/** @param {HTMLAnchorElement} link */
function createItem(link) {
  const item = document.createElement("li");
  item.append(link.cloneNode(true));
  return item;
}
