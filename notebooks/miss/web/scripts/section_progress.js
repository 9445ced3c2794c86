// What is done in each section. The page's header says which parts a section has, the progress store what is done of
// them: so every page can show it, also of parts that stand on others.

import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { progressStore } from "./progress_store.js";

/** @typedef {{ key: string, kind: string, topic: string, done: number, total: number }} Part */
/** @typedef {{ id: string, url: string, title: string, parts: Part[], done: number, total: number }} Section */

/** Every section with what is done in it, in order. @returns {Section[]} */
export function countSections() {
  return findAll(document, "header.site li[data-parts]").map((item) => {
    /** @type {Part[]} */
    const parts = JSON.parse(item.dataset.parts ?? "[]").map(countPart);
    /** @type {HTMLAnchorElement} */
    const link = find(item, "a");
    const title = find(item, ".title").textContent;
    return {
      id: item.dataset.section ?? "",
      url: link.href,
      title,
      parts,
      done: sum(parts, "done"),
      total: sum(parts, "total"),
    };
  });
}

/** Add what is stored to what a page knows of a part; a round of questions may have more than the page offers first.
 *  @param {Part} part @returns {Part} */
function countPart(part) {
  const stored = progressStore.parts[part.key] ?? { done: 0, total: 0 };
  const total = Math.max(stored.total, part.total);
  return { ...part, done: Math.min(stored.done, total), total };
}

/** @param {Part[]} parts @param {"done" | "total"} name */
const sum = (parts, name) => parts.reduce((all, part) => all + part[name], 0);

/** Whether a section or a part is done. @param {{ done: number, total: number }} counted */
export const isDone = ({ done, total }) => done === total;

/** Say how much of a part is done, as in "6 of 8 steps"; "" for a section without an interaction.
 *  @param {Part} part */
export function partText({ kind, done, total }) {
  /** @type {HTMLElement} */
  const list = find(document, "header.site [data-words]");
  const word = JSON.parse(list.dataset.words ?? "{}")[kind];
  return word ? fill(word, { done, total }) : "";
}

/** Say briefly how much of a section is done, with the parts of one kind together. @param {Section} section */
export function sectionText({ parts }) {
  const { lang } = document.documentElement;
  const texts = sumByKind(parts).map(partText).filter(Boolean);
  return new Intl.ListFormat(lang, { type: "unit", style: "short" }).format(texts);
}

/** @param {Part[]} parts @returns {Part[]} */
function sumByKind(parts) {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const ofKind = parts.filter((part) => part.kind === kind);
    return { key: "", kind, topic: "", done: sum(ofKind, "done"), total: sum(ofKind, "total") };
  });
}
