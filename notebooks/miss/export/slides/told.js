// A list that is told in words alone: on one slide, in the largest letters that fit, or on several.

import { createElement } from "../../presenter/dom.js";
import { find, findAll } from "../../widgets/find.js";

const SIZES = ["6.2cqh", "5.8cqh", "5.3cqh", "4.9cqh", "4.6cqh", "4.3cqh"]; // the last is 24 points and more

/** Choose the largest letters in which a slide holds what is in it; returns whether there are some.
 *  @param {HTMLElement} slide @param {HTMLElement} holder @param {string[]} [sizes] */
export function fitLetters(slide, holder, sizes = SIZES) {
  return sizes.some((size) => {
    slide.style.setProperty("--letter", size);
    return !isTooFull(holder);
  });
}

/** @param {HTMLElement} holder */
const isTooFull = (holder) => holder.scrollHeight > holder.clientHeight + 1;

/** Put groups of paragraphs, which are not divided, on stages. @param {string} title HTML @param {HTMLElement[]} groups */
export function toldPages(title, groups) {
  let list = addList(title);
  list.append(...groups);
  const first = pageOfList(list);
  if (fitLetters(find(first, ".slide"), list)) return [first];
  list.replaceChildren();
  const pages = [first];
  for (const group of groups) {
    list.append(group);
    if (!isTooFull(list) || list.childElementCount === 1) continue;
    list = addList(`${title} (${pages.length + 1})`);
    list.append(group);
    pages.push(pageOfList(list));
  }
  return pages;
}

/** @param {HTMLElement} list */
const pageOfList = (list) => /** @type {HTMLElement} */ (list.closest(".slide-stage"));

/** @param {string} title */
function addList(title) {
  const layout = `<div class="layout told"><h2>${title}</h2><div class="told-list"></div></div>`;
  const page = createElement("section", "slide-stage", `<article class="slide">${layout}</article>`);
  document.body.append(page);
  find(page, ".slide").style.setProperty("--letter", SIZES.at(-1) ?? "");
  return find(page, ".told-list");
}

/** The paragraphs of a section of a sheet. @param {HTMLElement} section @returns {HTMLElement[]} */
export function groupsOf(section) {
  return findAll(section, "li, dl > div, section > p").map((each) => {
    const parts = findAll(each, "dt, dd, .means");
    const group = createElement("div", "");
    if (!each.matches("div")) group.append(paragraphOf(each, withoutParts(each)));
    group.append(...parts.map((part) => paragraphOf(part, part.innerHTML)));
    return group;
  });
}

/** @param {HTMLElement} element */
function withoutParts(element) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const part of findAll(copy, ".means")) part.remove();
  return copy.innerHTML;
}

/** @param {HTMLElement} part @param {string} html */
function paragraphOf(part, html) {
  const paragraph = createElement("p", `${part.className} ${part.matches("dt") ? "name" : ""}`, html);
  for (const mark of findAll(paragraph, "sup")) mark.remove(); // what it means is told on the sheet alone
  const list = part.parentElement;
  if (part.matches("li") && list && !part.querySelector(".means")) {
    paragraph.dataset.list = list.matches("ol") ? "number" : "disc";
    paragraph.dataset.start = String([...list.children].indexOf(part) + 1);
  }
  return paragraph;
}
