import { fill } from "../../widgets/fill.js";
import { define } from "../../widgets/lesson.js";
import { progressStore } from "./progress_store.js";

/** The checkbox below a section's recap that marks the section as read. */
class SectionDone extends HTMLElement {
  connectedCallback() {
    const checkbox = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    checkbox.checked = Boolean(progressStore.done[this.dataset.section ?? ""]);
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
    const clearButton = /** @type {HTMLElement} */ (this.querySelector(".forget"));
    clearButton.addEventListener("click", () => {
      progressStore.clear();
      renderProgress();
      /** @type {HTMLElement} */ (this.querySelector(".forgotten")).textContent = clearButton.dataset.forgotten ?? "";
    });
    this.render();
  }

  render() {
    const sections = [...this.querySelectorAll("li[data-section]")];
    const done = sections.filter(
      (item) => progressStore.done[/** @type {HTMLElement} */ (item).dataset.section ?? ""],
    ).length;
    const words = done ? this.words.progress : this.words.nothing_done;
    const summary = /** @type {HTMLElement} */ (this.querySelector(".progress"));
    summary.textContent = fill(words, { done, total: sections.length });
  }
}

/** Mark the sections that are done everywhere on the page. */
export function renderProgress() {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("li[data-section]"))) {
    item
      .querySelector(".is-done")
      ?.toggleAttribute("data-is-done", Boolean(progressStore.done[item.dataset.section ?? ""]));
  }
  const progress = document.querySelector("course-progress");
  if (progress instanceof CourseProgress) progress.render();
}

export function defineProgressElements() {
  define("section-done", SectionDone);
  define("course-progress", CourseProgress);
}
