// @ts-check
import { define, fill } from "./lesson.js";
import { record } from "./record.js";

/** The box under a section's recap: its reader says that it is read. */
class SectionDone extends HTMLElement {
  connectedCallback() {
    const box = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    box.checked = Boolean(record.done[this.dataset.section ?? ""]);
    box.addEventListener("change", () => {
      record.keep({ done: { [this.dataset.section ?? ""]: box.checked } });
      showDone();
    });
  }
}

/** The way through on the home page: how many sections are done, and forgetting all of it. */
class CourseProgress extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}");
    const forget = /** @type {HTMLElement} */ (this.querySelector(".forget"));
    forget.addEventListener("click", () => {
      record.forget();
      showDone();
      /** @type {HTMLElement} */ (this.querySelector(".forgotten")).textContent = forget.dataset.forgotten ?? "";
    });
    this.show();
  }

  get line() {
    return /** @type {HTMLElement} */ (this.querySelector(".progress"));
  }

  show() {
    const sections = [...this.querySelectorAll("li[data-section]")];
    const done = sections.filter((item) => record.done[/** @type {HTMLElement} */ (item).dataset.section ?? ""]).length;
    const words = done ? this.words.progress : this.words.nothing_done;
    this.line.textContent = fill(words, { done, total: sections.length });
  }
}

/** Mark everywhere on the page which sections are done. */
export function showDone() {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("li[data-section]"))) {
    item.querySelector(".is-done")?.toggleAttribute("data-is-done", Boolean(record.done[item.dataset.section ?? ""]));
  }
  const progress = document.querySelector("course-progress");
  if (progress instanceof CourseProgress) progress.show();
}

export function defineProgress() {
  define("section-done", SectionDone);
  define("course-progress", CourseProgress);
}
