// What is written on a slide, as paragraphs of runs: a run is text that looks the same throughout. Sizes are in pixels.

import { findAll } from "../../widgets/find.js";

/** @typedef {{ text: string, bold: boolean, underlined: boolean, color: string, size: number }} Run */
/** `list` is how it is marked: by a letter, a number or a disc, with what it starts at; `before` the room above it,
 *  `leading` the height of its lines as a share of its letters.
 *  @typedef {{ runs: Run[], list: string, start: number, before: number, indent: number, leading: number }} Paragraph */

const BLOCKS = "h1, h2, h3, p, li, figcaption, caption, th, td, dt, dd";
const BOLD = 600; // from this weight on

/** Whether an element is one block of text, and not several. @param {Element} element */
export const isBlock = (element) => element.matches(BLOCKS) && !element.querySelector(BLOCKS);

/** @param {Element} element */
export const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** The paragraphs of an element that are seen. @param {HTMLElement} element @returns {Paragraph[]} */
export function paragraphsOf(element) {
  const blocks = [element, ...findAll(element, "*")].filter((each) => isBlock(each) && isSeen(each));
  let end = Number.POSITIVE_INFINITY;
  return blocks.flatMap((block) => {
    const runs = runsOf(block);
    if (!runs.length) return [];
    const box = block.getBoundingClientRect();
    const before = Math.max(0, box.top - end);
    end = box.bottom;
    const style = getComputedStyle(block);
    const indent = block === element ? 0 : Number.parseFloat(style.paddingInlineStart);
    const leading = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    return [{ runs, ...markOf(block), before, indent, leading }];
  });
}

/** How a paragraph is marked: as it says, or by the letter or number in front of an answer. @param {HTMLElement} block */
function markOf(block) {
  const mark = block.querySelector(".letter")?.textContent?.trim() ?? "";
  if (!mark) return { list: block.dataset.list ?? "", start: Number(block.dataset.start ?? 1) };
  const isNumber = /^\d+$/.test(mark);
  return { list: isNumber ? "number" : "letter", start: isNumber ? Number(mark) : mark.charCodeAt(0) - 64 };
}

/** @param {HTMLElement} block @returns {Run[]} */
function runsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Run[]} */
  const runs = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {HTMLElement} */ (node.parentElement);
    const spaced = (node.textContent ?? "").replace(/\s+/g, " ");
    const text = runs.at(-1)?.text === "\n" ? spaced.trimStart() : spaced;
    if (text && isSeen(parent) && !parent.closest(".letter, svg")) runs.push({ text, ...lookOf(parent) });
    if (isEndOfLine(node, block)) runs.push({ text: "\n", ...lookOf(parent) });
  }
  return trimmed(runs);
}

/** Whether a line ends with a text, since an element in the block that is a line of its own does. @param {Node} node @param {HTMLElement} block */
function isEndOfLine(node, block) {
  const parent = /** @type {HTMLElement} */ (node.parentElement);
  return parent !== block && parent.lastChild === node && getComputedStyle(parent).display === "block";
}

/** Write the quotation marks that a style adds. @param {HTMLElement} element */
export function writeQuotes(element) {
  for (const quote of findAll(element, "q:not([style])")) {
    quote.style.quotes = "none";
    quote.prepend("“");
    quote.append("”");
    quote.normalize();
  }
}

/** @param {HTMLElement} element */
function lookOf(element) {
  const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  return { bold: Number(fontWeight) >= BOLD, underlined: textDecorationLine === "underline", color, size };
}

/** Remove the room at both ends. @param {Run[]} runs */
function trimmed(runs) {
  const full = runs.findIndex(({ text }) => text.trim());
  const kept = full < 0 ? [] : runs.slice(full, runs.findLastIndex(({ text }) => text.trim()) + 1);
  const [first, last] = [kept[0], kept.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return kept;
}

/** HTML as plain text, in lines. @param {string} html */
export function innerTextOf(html) {
  const element = document.createElement("div");
  element.innerHTML = html;
  for (const hidden of findAll(element, ".layers, button, sup")) hidden.remove();
  for (const item of findAll(element, "li")) item.prepend("• ");
  document.body.append(element); // what is not on the page has no lines
  // biome-ignore lint/performance/useDomNodeTextContent: the lines that a reader sees are what is wanted
  const text = element.innerText.replace(/\n{3,}/g, "\n\n").trim();
  element.remove();
  return text;
}
