import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { define } from "../../widgets/lesson.js";
import { progressStore } from "./progress_store.js";

/** Whether the section that an element names is done. @param {HTMLElement} element */
function isDone(element) {
  return Boolean(progressStore.done[element.dataset.section ?? ""]);
}

/** The checkbox below a section's recap that marks the section as read. */
class SectionDone extends HTMLElement {
  connectedCallback() {
    /** @type {HTMLInputElement} */
    const checkbox = find(this, "input");
    checkbox.checked = isDone(this);
    checkbox.addEventListener("change", () => {
      progressStore.update({ done: { [this.dataset.section ?? ""]: checkbox.checked } });
      renderProgress();
    });
  }
}

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
    const sections = findAll(this, "li[data-section]");
    const done = sections.filter(isDone).length;
    const words = done ? this.words.progress : this.words.nothing_done;
    find(this, ".progress").textContent = fill(words, { done, total: sections.length });
  }
}

/** Mark the sections that are done everywhere on the page. */
export function renderProgress() {
  for (const item of findAll(document, "li[data-section]")) {
    item.querySelector(".is-done")?.toggleAttribute("data-is-done", isDone(item));
  }
  const progress = document.querySelector("course-progress");
  if (progress instanceof CourseProgress) progress.render();
}

export function defineProgressElements() {
  define("section-done", SectionDone);
  define("course-progress", CourseProgress);
}
