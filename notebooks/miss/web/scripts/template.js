import { find } from "../../widgets/find.js";

/** Copy the content of a template of the page. @param {string} selector @returns {HTMLElement} */
export function cloneTemplate(selector) {
  /** @type {HTMLTemplateElement} */
  const template = find(document, selector);
  /** @type {HTMLElement} */
  const content = find(template.content, "*");
  return /** @type {HTMLElement} */ (content.cloneNode(true));
}
