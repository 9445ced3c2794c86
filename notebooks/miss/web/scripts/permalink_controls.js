// @ts-check
// A URL may name a state: `?condition=…`, `?step=…`, `?risk=…`, `?round=…`. An unknown value is ignored, with a status
// message. Below each widget are a button that copies such a permalink and one that shows it as a QR code; the page's
// own QR code is in its footer.

import { addQrCode } from "./qr_code.js";
import { pagePermalink, statePermalink, elementPermalink } from "./permalink.js";
import { showStatus } from "./status.js";

/** The element that each query parameter opens a state of. */
const ELEMENT_TAGS = {
  condition: "condition-selector",
  step: "procedure-slider",
  risk: "risk-cards",
  round: "knowledge-check",
};

/** @param {string} tag @returns {any} */
const findElement = (tag) => document.querySelector(`main.course ${tag}`);

/** Open the states that the query names, if any. @param {URLSearchParams} params */
export function openPermalink(params) {
  for (const [kind, tag] of Object.entries(ELEMENT_TAGS)) {
    const value = params.get(kind);
    if (value !== null && !findElement(tag)?.openPermalinkValue(value)) showStatus("unknown_address");
  }
}

/** Add the buttons that copy and show a permalink below each element, and set up the page's own QR code button. */
export function addPermalinkControls() {
  for (const [kind, tag] of Object.entries(ELEMENT_TAGS)) {
    const element = findElement(tag);
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector("template.copy-link"));
    if (!element) continue;
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    row.querySelector(".copy")?.addEventListener("click", () => copyLink(statePermalink(kind, element).link, row));
    addQrCode(row, () => [statePermalink(kind, element), elementPermalink(kind, element)]);
    element.after(row);
  }
  const pageRow = document.querySelector("footer .link");
  if (pageRow) addQrCode(pageRow, () => [pagePermalink()]);
}

/** Copy to the clipboard; where that is not allowed (a page without https), show the link selected in a field. */
async function copyLink(link, row) {
  try {
    await navigator.clipboard.writeText(link);
    showStatus("copied");
  } catch {
    const field = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    field.hidden = false;
    field.value = link;
    field.select();
  }
}
