// The page to keep: what was reached of each objective, what to read again, and the page as a file.

import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { define } from "../../widgets/lesson.js";
import { asObject } from "../../widgets/objects.js";
import { progressStore } from "./progress_store.js";
import { saveFile } from "./save_file.js";

/** A question: its id in the states of the interactions that ask it, its objective, and where to read again.
 *  @typedef {{ keys: string[], id: string, objective: string, url: string, title: string }} Item */

const FILE_STYLE = "body{max-width:42rem;margin:auto;padding:1rem;font:1rem/1.5 sans-serif}li{margin:.25rem 0}";

class PageToKeep extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}");
    /** @type {Item[]} */
    this.items = JSON.parse(this.dataset.items ?? "[]");
    const { lang } = document.documentElement;
    find(this, ".date").textContent = new Date().toLocaleDateString(lang, { dateStyle: "long" });
    document.querySelector(".take .save")?.addEventListener("click", () => this.save());
    document.querySelector(".take .print-sheet")?.addEventListener("click", () => {
      find(document, "footer.site button.print").click(); // it says so where a frame does not print
    });
    this.render();
  }

  /** What became of a question wherever it was asked; undefined if it was not answered. @param {Item} item */
  result({ keys, id }) {
    return keys.map((key) => asObject(asObject(progressStore.states[key]).results)[id]).reduce(laterResult);
  }

  render() {
    for (const item of findAll(this, "[data-objective]")) this.renderObjective(item);
    this.renderAgain();
  }

  /** @param {HTMLElement} element */
  renderObjective(element) {
    const items = this.items?.filter(({ objective }) => objective === element.dataset.objective) ?? [];
    const results = items.map((item) => this.result(item)).filter(Boolean);
    element.toggleAttribute("data-reached", results.length > 0 && !results.includes("wrong"));
    const right = results.filter((result) => result === "first").length;
    const text = results.length ? fill(this.words.first_try, { right, answered: results.length }) : "";
    find(element, "b").textContent = text || (items.length ? this.words.unanswered : this.words.untested);
  }

  renderAgain() {
    const answered = this.items?.filter((item) => this.result(item)) ?? [];
    const links = new Map(
      answered.filter((item) => this.result(item) === "wrong").map(({ url, title }) => [url, title]),
    );
    const { again_nothing, again_unanswered } = this.words;
    find(this, ".again p").textContent = links.size ? "" : answered.length ? again_nothing : again_unanswered;
    this.querySelector(".again ul")?.remove();
    if (!links.size) return;
    const list = document.createElement("ul");
    list.append(...[...links].map(createLink));
    find(this, ".again").append(list);
  }

  /** Save the page as one file that needs no other. */
  save() {
    const { lang, dir } = document.documentElement;
    const sheet = /** @type {HTMLElement} */ (this.cloneNode(true));
    for (const link of sheet.querySelectorAll("a")) link.href = new URL(link.href, location.href).href;
    const { title } = document;
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title><style>${FILE_STYLE}</style>`;
    const file = new DOMParser().parseFromString(
      `<!doctype html><html><head>${head}</head><body></body></html>`,
      "text/html",
    );
    Object.assign(file.documentElement, { lang, dir });
    file.title = title;
    file.body.append(Object.assign(file.createElement("h1"), { textContent: title }), ...sheet.children);
    const { name } = find(document, ".take .save").dataset;
    saveFile(`${name}.html`, `<!doctype html>${file.documentElement.outerHTML}`, "text/html");
  }
}

/** What became of a question that is asked twice: what was right once stays right, what was wrong first was right later.
 *  @param {string | undefined} first @param {string | undefined} second */
function laterResult(first, second) {
  if (first !== "wrong") return first ?? second;
  return second && second !== "wrong" ? "later" : first;
}

/** @param {[string, string]} link its URL and its text */
function createLink([href, textContent]) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("a"), { href, textContent }));
  return item;
}

/** Show what other tabs have changed. */
export function renderKept() {
  const kept = document.querySelector("page-to-keep");
  if (kept instanceof PageToKeep) kept.render();
}

export const defineKeep = () => define("page-to-keep", PageToKeep);
