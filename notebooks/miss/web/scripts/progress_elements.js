// What is done, wherever a page shows it: in the header, in the list of sections, and at the end of a section.

import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { define } from "../../widgets/lesson.js";
import { renderReturns } from "./course_returns.js";
import { progressStore } from "./progress_store.js";
import { countSections, isDone, partText, sectionText } from "./section_progress.js";
import { renderStartLink } from "./start_link.js";

/** @typedef {import("./section_progress.js").Part} Part */
/** @typedef {import("./section_progress.js").Section} Section */

/** The list of sections on the home page: how many are done, and a button that clears all progress. */
class CourseProgress extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}");
    const clearButton = find(this, ".forget");
    clearButton.addEventListener("click", () => {
      progressStore.clear();
      renderProgress();
      find(this, ".forgotten").textContent = clearButton.dataset.forgotten ?? "";
    });
    this.render();
  }

  render() {
    const shown = findAll(this, "li[data-section]").map((item) => item.dataset.section);
    const sections = countSections().filter((section) => shown.includes(section.id));
    const done = sections.filter(isDone).length;
    const words = done ? this.words.progress : this.words.nothing_done;
    find(this, ".progress").textContent = fill(words, { done, total: sections.length });
  }
}

/** Show everywhere on the page what is done in each section, what comes back, and where to go on. */
export function renderProgress() {
  renderStartLink();
  renderReturns();
  for (const section of countSections()) {
    for (const element of findAll(document, `[data-section="${section.id}"]`)) renderSection(element, section);
  }
  if (document.documentElement.dataset.page === "index") renderNext();
  const progress = document.querySelector("course-progress");
  if (progress instanceof CourseProgress) progress.render();
}

/** "Next" on the home page leads to the first section that is not done; after the last one, to the page to keep. */
function renderNext() {
  /** @type {HTMLAnchorElement | null} */
  const next = document.querySelector("nav.turn a[rel=next]");
  if (!next) return;
  const section = countSections().find((each) => !isDone(each));
  /** @type {HTMLAnchorElement | null} */
  const after = document.querySelector("header.site a.after-sections");
  const { url = after?.href, title = after?.textContent } = section ?? {};
  next.hidden = !url;
  next.href = url ?? "";
  next.textContent = fill(next.dataset.word ?? "", { title });
}

/** @param {HTMLElement} element @param {Section} section */
function renderSection(element, section) {
  const done = isDone(section);
  const before = element.dataset.done;
  element.dataset.done = done ? "yes" : "no";
  if (before !== element.dataset.done) element.toggleAttribute("data-just-done", done && before === "no");
  element.style.setProperty("--done", String(section.done / section.total));
  renderMark(element, section.id);
  const count = element.querySelector(".section-count");
  if (count) count.textContent = sectionText(section);
  if (element.matches(".section-end")) renderEnd(element, section);
}

/** Put the mark of the header into an element that has a place for it. @param {HTMLElement} element @param {string} id */
function renderMark(element, id) {
  const place = element.querySelector(".section-mark:empty");
  const mark = document.querySelector(`header.site li[data-section="${id}"] svg`);
  if (place && mark) place.append(mark.cloneNode(true));
}

/** Show what is done and what is left, at the end of a section. @param {HTMLElement} element @param {Section} section */
function renderEnd(element, section) {
  const verdict = find(element, ".section-verdict");
  verdict.textContent = (isDone(section) ? verdict.dataset.done : verdict.dataset.left) ?? "";
  const list = find(element, ".section-parts");
  for (const part of section.parts.filter(({ topic }) => topic)) renderPart(list, part);
}

/** Show a part in its item, which stays: it may have the focus. @param {HTMLElement} list @param {Part} part */
function renderPart(list, part) {
  const item = list.querySelector(`[data-part="${part.key}"]`) ?? list.appendChild(createPartItem(part));
  item.toggleAttribute("data-part-done", isDone(part));
  find(item, ".part-count").textContent = partText(part);
}

/** @param {Part} part */
function createPartItem({ key, topic }) {
  const item = document.createElement("li");
  item.dataset.part = key;
  const title = document.getElementById(topic)?.querySelector("h2")?.textContent ?? "";
  const link = Object.assign(document.createElement("a"), { href: `#${topic}`, textContent: title });
  item.append(link, " ", Object.assign(document.createElement("span"), { className: "part-count" }));
  return item;
}

export function defineProgressElements() {
  define("course-progress", CourseProgress);
}
