// Split the visible text of a passage into sentences, each with its DOM range, so that the sentence being read aloud
// can be highlighted without changing the document.

/** @typedef {{ text: string, range: Range, block: Element }} Sentence */

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, legend, label, summary";
/** Not read aloud: sources, controls, and duplicated text. */
const SKIPPED =
  ".origin, .plus, .read-aloud, .copy-link, .figure-controls, .parts, .unseen, .status, button, svg, [aria-hidden=true]";

/** @param {Element} passage @param {string} language @returns {Sentence[]} */
export function splitSentences(passage, language) {
  return textBlocks(passage).flatMap(({ block, nodes }) => {
    const sentences = segmentSentences(nodes.map((node) => node.data).join(""), language);
    return sentences.map(({ text, start, end }) => ({ text, range: rangeOf(nodes, start, end), block }));
  });
}

/** The sentences of a text, and where each starts and ends, without the space around it.
 *  @param {string} text @param {string} language */
export function segmentSentences(text, language) {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const segments = [...segmenter.segment(text)].filter(({ segment }) => segment.trim());
  return segments.map(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length;
    return { text: segment.trim(), start, end: index + segment.trimEnd().length };
  });
}

/** The visible text nodes of a passage, grouped by block element. @param {Element} passage */
function textBlocks(passage) {
  /** @type {{ block: Element, nodes: Text[] }[]} */
  const blocks = [];
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    const block = parent.closest(BLOCKS) ?? passage;
    const isSpace = !node.textContent?.trim(); // between words of one block, where it is part of the text
    if ((isSpace && blocks.at(-1)?.block !== block) || parent.closest(SKIPPED) || !parent.checkVisibility()) continue;
    if (blocks.at(-1)?.block !== block) blocks.push({ block, nodes: [] });
    blocks.at(-1)?.nodes.push(/** @type {Text} */ (node));
  }
  return blocks;
}

/** @param {Text[]} nodes @param {number} start @param {number} end */
function rangeOf(nodes, start, end) {
  const range = new Range();
  let nodeStart = 0;
  for (const node of nodes) {
    const nodeEnd = nodeStart + node.length;
    if (start >= nodeStart && start < nodeEnd) range.setStart(node, start - nodeStart);
    if (end > nodeStart && end <= nodeEnd) range.setEnd(node, end - nodeStart);
    nodeStart = nodeEnd;
  }
  return range;
}
