// Glossary terms are links to the page's list of terms; with a script, a click shows the meaning in place.

/** The meaning shown for each opened term. @type {WeakMap<Element, Element>} */
const meanings = new WeakMap();

/** Open or close the meaning of a clicked glossary term in place. @param {Event} event */
export function toggleTerm(event) {
  const term = /** @type {Element} */ (event.target).closest?.(".term");
  if (!(term instanceof HTMLElement) || event.defaultPrevented) return;
  event.preventDefault();
  const shown = meanings.get(term);
  term.setAttribute("aria-expanded", String(!shown?.isConnected));
  if (shown?.isConnected) return shown.remove();
  const meaning = document.createElement("span");
  meaning.className = "meaning";
  meaning.setAttribute("role", "note");
  meaning.textContent = term.dataset.meaning ?? "";
  meanings.set(term, meaning);
  (term.closest("p, li, dd, legend") ?? term).append(meaning); // after the sentence, not inside it
  meaning.scrollIntoView({ block: "nearest" });
}
