// Split the visible text of a passage into sentences, each with its DOM range, so that the sentence being read aloud
// can be highlighted without changing the document.

/** @typedef {{ text: string, range: Range, block: Element }} Sentence */

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, legend, label";
/** Not read aloud: sources, controls, and duplicated text. */
const SKIPPED =
  ".origin, .read-aloud, .copy-link, .figure-controls, .parts, .unseen, .status, button, svg, [aria-hidden=true]";

/** @param {Element} passage @param {string} language @returns {Sentence[]} */
export function splitSentences(passage, language) {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return textBlocks(passage).flatMap(({ block, nodes }) => {
    const text = nodes.map((node) => node.data).join("");
    const segments = [...segmenter.segment(text)].filter(({ segment }) => segment.trim());
    return segments.map(({ segment, index }) => ({
      text: segment.trim(),
      range: rangeOf(nodes, index, segment),
      block,
    }));
  });
}

/** The visible text nodes of a passage, grouped by block element. @param {Element} passage */
function textBlocks(passage) {
  /** @type {{ block: Element, nodes: Text[] }[]} */
  const blocks = [];
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    if (!node.textContent?.trim() || parent.closest(SKIPPED) || !parent.checkVisibility()) continue;
    const block = parent.closest(BLOCKS) ?? passage;
    if (blocks.at(-1)?.block !== block) blocks.push({ block, nodes: [] });
    blocks.at(-1)?.nodes.push(/** @type {Text} */ (node));
  }
  return blocks;
}

/** @param {Text[]} nodes @param {number} start @param {string} segment */
function rangeOf(nodes, start, segment) {
  const range = new Range();
  const end = start + segment.trimEnd().length;
  let nodeStart = 0;
  for (const node of nodes) {
    const nodeEnd = nodeStart + node.length;
    if (start >= nodeStart && start < nodeEnd) range.setStart(node, start - nodeStart);
    if (end > nodeStart && end <= nodeEnd) range.setEnd(node, end - nodeStart);
    nodeStart = nodeEnd;
  }
  return range;
}
