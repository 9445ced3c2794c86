// @ts-check
// The sentences of a passage as they stand on the page, each with its place in the text, so that what is being read
// can be marked without changing the page.

/** @typedef {{ text: string, range: Range, block: Element }} Sentence */

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, legend, label";
/** Not for the ear: sources, controls, and what stands there twice. */
const SKIPPED = ".origin, .read-aloud, .copy-link, .figure-controls, .parts, .unseen, .status, button, svg, [aria-hidden=true]";

/** @param {Element} passage @param {string} language @returns {Sentence[]} */
export function sentences(passage, language) {
  const cut = new Intl.Segmenter(language, { granularity: "sentence" });
  return blocks(passage).flatMap(({ block, nodes }) => {
    const whole = nodes.map((node) => node.data).join("");
    const parts = [...cut.segment(whole)].filter(({ segment }) => segment.trim());
    return parts.map(({ segment, index }) => ({ text: segment.trim(), range: rangeOf(nodes, index, segment), block }));
  });
}

/** The seen text of a passage, gathered by paragraph. @param {Element} passage */
function blocks(passage) {
  /** @type {{ block: Element, nodes: Text[] }[]} */
  const found = [];
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = /** @type {Element} */ (node.parentElement);
    if (!node.textContent?.trim() || parent.closest(SKIPPED) || !parent.checkVisibility()) continue;
    const block = parent.closest(BLOCKS) ?? passage;
    if (found.at(-1)?.block !== block) found.push({ block, nodes: [] });
    found.at(-1)?.nodes.push(/** @type {Text} */ (node));
  }
  return found;
}

/** @param {Text[]} nodes @param {number} start @param {string} segment */
function rangeOf(nodes, start, segment) {
  const range = new Range();
  const end = start + segment.trimEnd().length;
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
}
