import { find } from "./find.js";

/** Scroll so that the picture, the name of the open entry and its first sentence are on the screen, unless they are: the
 *  picture at the place where it stays, and the words from their beginning. @param {HTMLElement} lesson with `.staged` */
export function keepInSight(lesson) {
  const entry = lesson.querySelector(".entry[data-open]");
  if (!entry) return;
  if (!lesson.querySelector(".staged")) {
    entry.scrollIntoView({ block: "nearest" }); // there is no picture
    return;
  }
  const side = find(lesson, ".stage-side");
  const words = find(lesson, ".words");
  const style = getComputedStyle(side);
  const stays = style.position === "sticky";
  if (isInSight(side, words, entry, style)) return;
  if (stays) scrollBelowHeader(find(lesson, ".staged"), Number.parseFloat(style.top));
  else if (!lesson.querySelector(".strip :focus-visible")) words.scrollIntoView(); // keys need sight of the focus
}

/** Scroll to the top of an element, if that is above the window. @param {Element} element */
export function showTop(element) {
  if (element.getBoundingClientRect().top < 0) element.scrollIntoView();
}

/** Scroll so that an element begins below the header, whatever else the page keeps free for what is scrolled to.
 *  @param {Element} element @param {number} header its height */
function scrollBelowHeader(element, header) {
  element.scrollIntoView(); // in JupyterLab, it is not the window that scrolls
  scrollBy({ top: element.getBoundingClientRect().top - header, behavior: "instant" });
}

/** @param {Element} side @param {Element} words @param {Element} entry @param {CSSStyleDeclaration} style of the side */
function isInSight(side, words, entry, style) {
  const picture = side.getBoundingClientRect();
  const beside = words.getBoundingClientRect().left >= picture.right - 1;
  const header = Number.parseFloat(style.top) || 0;
  const bar = Number.parseFloat(style.getPropertyValue("--bar")) || 0;
  const top = beside || style.position !== "sticky" ? header : picture.bottom;
  const name = find(entry, "h3").getBoundingClientRect();
  const said = (entry.querySelector(".say") ?? entry).getBoundingClientRect();
  const shown = picture.top >= header - 1 && (!beside || picture.bottom <= innerHeight - bar + 1);
  return shown && name.top >= top && said.bottom <= innerHeight - bar;
}
