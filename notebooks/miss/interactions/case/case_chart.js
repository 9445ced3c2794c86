// The head and the chart of a case: who the patient is, where the story stands, the chart's tabs, and the picture.

import { fill } from "../../widgets/fill.js";
import { find, findAll, idOf } from "../../widgets/find.js";
import { stopsOnPath } from "./case_stop.js";

const PICTURE_TAB = "picture";

/** @typedef {import("./element.js").PatientCase} PatientCase */
/** @typedef {import("./case_stop.js").CaseStop} CaseStop */

/** What stands beside the questions, or on a phone above them. */
export class CaseChart {
  /** @param {PatientCase} element */
  constructor(element) {
    this.element = element;
    /** @type {HTMLElement | null} */
    this.picture = element.querySelector(".case-picture");
    this.opener = find(element, ".open-chart");
    this.opener.addEventListener("click", () => this.turn());
    const observer = new ResizeObserver(() => this.measure());
    for (const each of element.findAll(".case-head, .case-patient, .brief")) observer.observe(each);
    const group = Math.random().toString(36).slice(2); // unique: a page may hold two copies
    for (const stop of element.stops ?? []) {
      /** @type {HTMLInputElement[]} */
      const tabs = findAll(stop.element, ".tabs input");
      for (const tab of tabs) {
        tab.name = `${group}-${stop.id}`;
        tab.addEventListener("change", () => this.chooseTab(tab.value));
      }
      this.showTab(stop, tabs.find(({ checked }) => checked)?.value ?? "");
    }
  }

  /** Tell the styles the height of what stays at the top: larger letters make it higher. */
  measure() {
    const brief = this.element.currentStop?.element.querySelector(".brief");
    const [head, patient] = [".case-head", ".case-patient"].map((each) => this.element.find(each).offsetHeight);
    this.element.style.setProperty("--head-height", `${head || patient}px`);
    if (brief instanceof HTMLElement) this.element.style.setProperty("--brief-height", `${brief.offsetHeight}px`);
  }

  /** Open or close the chart, where it has no place of its own. @param {boolean} open */
  toggle(open) {
    this.opener.ariaExpanded = String(open);
    this.element.toggleAttribute("data-chart", open);
  }

  /** Open the chart, and show it; or close it, and go back to the question. */
  turn() {
    const open = this.opener.ariaExpanded !== "true";
    this.toggle(open);
    if (open) find(this.element, ".stops").scrollIntoView();
    else this.element.scrollToCurrent();
  }

  /** Show a tab at every stop that has it: who looks at the legs goes on doing so. @param {string} id */
  chooseTab(id) {
    for (const stop of this.element.stops ?? []) {
      /** @type {HTMLInputElement[]} */
      const tabs = findAll(stop.element, ".tabs input");
      const tab = tabs.find(({ value }) => value === id);
      if (!tab) continue;
      tab.checked = true;
      this.showTab(stop, id);
    }
  }

  /** @param {CaseStop} stop @param {string} id */
  showTab(stop, id) {
    for (const tab of findAll(stop.element, ".chart-tab")) tab.toggleAttribute("data-open", idOf(tab) === id);
    stop.element.toggleAttribute("data-picture-tab", id === PICTURE_TAB);
  }

  /** @param {CaseStop} stop @param {import("../questions/question.js").Question | undefined} question
   *  @param {Record<string, string[]>} answers */
  render(stop, question, answers) {
    this.renderStops(stop);
    find(this.element, ".patient-when").textContent = buttonOf(this.element, stop.id)?.dataset.when ?? "";
    const id = question?.id ?? stop.ids.at(-1) ?? "";
    stop.showKnown(id);
    if (!this.picture) return;
    const outcomes = stop.outcomesOf(question?.id);
    if (outcomes) outcomes.prepend(this.picture);
    else find(stop.element, ".chart").append(this.picture);
    this.showPictureTab(stop, !outcomes);
    const picture = stop.pictureAt(id, answers);
    this.picture.querySelector("figure-view")?.setAttribute("state", picture);
  }

  /** Offer the picture among the tabs, unless it stands with the question. @param {CaseStop} stop @param {boolean} shown */
  showPictureTab(stop, shown) {
    /** @type {HTMLInputElement[]} */
    const tabs = findAll(stop.element, ".tabs input");
    const picture = tabs.find(({ value }) => value === PICTURE_TAB);
    if (picture?.parentElement) picture.parentElement.hidden = !shown;
    if (shown || !picture?.checked || !tabs[0]) return;
    tabs[0].checked = true;
    this.showTab(stop, tabs[0].value);
  }

  /** @param {CaseStop} current */
  renderStops(current) {
    const { stops = [], paths = [], state, caseWords } = this.element;
    const shown = stopsOnPath(stops, state.path || paths[0] || "");
    for (const stop of stops) {
      const button = buttonOf(this.element, stop.id);
      const number = shown.indexOf(stop) + 1;
      if (!button?.parentElement) continue;
      button.parentElement.hidden = !number;
      button.toggleAttribute(
        "data-done",
        stop.ids.every((id) => state.answers[id]),
      );
      button.ariaCurrent = stop === current ? "step" : null;
      button.ariaLabel = fill(caseWords.stop, { number, total: shown.length, name: button.textContent.trim() });
    }
  }
}

/** @param {PatientCase} element @param {string} id @returns {HTMLElement | undefined} */
function buttonOf(element, id) {
  return element.findAll(".stops button").find((button) => /** @type {HTMLButtonElement} */ (button).value === id);
}
