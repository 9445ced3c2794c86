// <filtered-list>: the rows of a reference page, in groups, with a search field and, on some pages, kinds to choose from.
import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { define } from "../../widgets/lesson.js";

/** Rows are found by their text, or by the words in `data-find`. On paper all of them are shown. */
class FilteredList extends HTMLElement {
  connectedCallback() {
    /** @type {{ found: import("../../widgets/fill.js").Word }} */
    this.words = JSON.parse(this.dataset.words ?? "{}");
    /** @type {HTMLInputElement} */
    this.field = find(this, "input[type=search]");
    this.query = "";
    this.addEventListener("input", () => this.filter());
    if (this.field.value || this.kind) this.filter(); // after a reload browsers fill in what was there
  }

  get kind() {
    /** @type {HTMLInputElement | null} */
    const chosen = this.querySelector("input[type=radio]:checked");
    return chosen?.value ?? "";
  }

  filter() {
    const query = this.field.value.trim().toLowerCase();
    const queryChanged = query !== this.query;
    this.query = query;
    let count = 0;
    for (const group of findAll(this, ".group")) {
      const shown = this.filterRows(group);
      group.toggleAttribute("data-left-out", !shown);
      if (queryChanged && group instanceof HTMLDetailsElement) group.open = query !== "" && shown > 0;
      count += shown;
    }
    find(this, ".found").textContent = query || this.kind ? fill(this.words.found, { count }) : "";
  }

  /** Leave out the rows of a group that do not match. @param {HTMLElement} group @returns {number} how many match */
  filterRows(group) {
    const rows = findAll(group, ":scope > ul > li");
    for (const row of rows) row.toggleAttribute("data-left-out", !this.isWanted(row));
    const shown = rows.filter((row) => !row.hasAttribute("data-left-out")).length;
    const counter = group.querySelector("summary .count");
    if (counter) counter.textContent = String(shown);
    return shown;
  }

  /** @param {HTMLElement} row */
  isWanted(row) {
    const text = row.dataset.find ?? row.textContent ?? "";
    return (!this.kind || row.dataset.kind === this.kind) && text.toLowerCase().includes(this.query ?? "");
  }
}

export function defineFilteredList() {
  define("filtered-list", FilteredList);
}
