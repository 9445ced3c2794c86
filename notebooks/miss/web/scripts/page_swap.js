// Show another page of the course in this document, without a request, and within the content security policy of the
// page that was loaded: that policy lets a script set styles, and no script of the other page's HTML runs. The course's
// script is the same for all pages; it runs already, and is given the new content.

import { find, findAll } from "../../widgets/find.js";

// In HTML that is parsed, the policy would block them.
const STYLE = /<style data-file[^>]*>(.*?)<\/style>/s;
const STYLE_ATTRIBUTE = /(<[a-z][^<>]*\s)style=(?=")/g;

/** Replace the content, styles, title and settings of this document by those of another page.
 *  @param {string} html the other page */
export function swapPage(html) {
  const text = html.replace(STYLE, "").replace(STYLE_ATTRIBUTE, "$1data-style=");
  const page = new DOMParser().parseFromString(text, "text/html");
  const description = "meta[name=description]";
  document.title = page.title;
  find(document, description).replaceWith(document.adoptNode(find(page, description)));
  swapSettings(page.documentElement);
  swapStyle(STYLE.exec(html)?.[1] ?? "");
  for (const element of findAll(page, "[data-style]")) {
    element.style.cssText = element.dataset.style ?? "";
    element.removeAttribute("data-style");
  }
  const body = document.adoptNode(page.body);
  customElements.upgrade(body); // an element that is connected may use those inside it
  document.body.replaceWith(body);
}

/** The script reads its settings from the attributes of <html>; the theme stays. @param {HTMLElement} root */
function swapSettings(root) {
  const { dataset, classList } = document.documentElement;
  const { theme = "" } = dataset;
  for (const name of Object.keys(dataset)) delete dataset[name];
  Object.assign(dataset, root.dataset, { theme });
  classList.remove("first-look", "first-words");
}

/** A page's inline style has the rules for its own elements only. @param {string} style */
function swapStyle(style) {
  /** @type {HTMLStyleElement | null} */
  const inline = document.querySelector("style[data-file]");
  if (inline && !inline.sheet) return; // blocked by a policy: the whole style sheet is loaded in its place
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  inline?.remove();
}
