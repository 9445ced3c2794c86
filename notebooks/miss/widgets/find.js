// Typed like the DOM's querySelector: the type of the element is the one that the caller expects.

/**
 * Find an element that the template always has.
 * @template {Element} [Found=HTMLElement]
 * @param {ParentNode} root @param {string} selector @returns {Found}
 */
export function find(root, selector) {
  /** @type {Found | null} */
  const found = root.querySelector(selector);
  if (!found) throw new Error(`No element matches '${selector}'.`);
  return found;
}

/**
 * Find all elements that match a selector, as an array.
 * @template {Element} [Found=HTMLElement]
 * @param {ParentNode} root @param {string} selector @returns {Found[]}
 */
export function findAll(root, selector) {
  /** @type {NodeListOf<Found>} */
  const found = root.querySelectorAll(selector);
  return [...found];
}

/** The id of the record that an element shows. @param {HTMLElement} element */
export function idOf(element) {
  return element.dataset.id ?? "";
}
