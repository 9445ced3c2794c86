// A URL may name a state by the parameter of an element (`data-parameter`), and the element by its key: `?step=3#key`.
// An unknown value is ignored, with a status message. Below each element are a button that copies such a permalink and
// one that shows it as a QR code; the page's own QR code is in its footer. PARAMETERS are those of the whole course.

import { find, findAll } from "../../widgets/find.js";
import { copyText } from "./clipboard.js";
import { elementPermalink, pagePermalink, statePermalink } from "./permalink.js";
import { addQrCode } from "./qr_code.js";
import { showStatus } from "./status.js";
import { cloneTemplate } from "./template.js";

/** The page's elements whose states have permalinks. @returns {import("../../widgets/lesson.js").LessonElement[]} */
const linkedElements = () => findAll(document, "main.course .lesson[data-parameter]");

/** Open the states that a URL names, if any. @param {{ search: string, hash: string }} url */
export function openPermalink({ search, hash }) {
  const params = new URLSearchParams(search);
  for (const parameter of PARAMETERS) {
    const value = params.get(parameter);
    if (value !== null && !openState(parameter, value, hash.slice(1))) showStatus("unknown_address");
  }
}

/** Open a state of the element with this key; without one, of the first element that knows the value.
 *  @param {string} parameter @param {string} value @param {string} key @returns {boolean} whether the value is known */
function openState(parameter, value, key) {
  const elements = linkedElements().filter((element) => element.dataset.parameter === parameter);
  const named = elements.filter((element) => element.dataset.key === key);
  return (named.length ? named : elements).some((element) => element.openPermalinkValue(value));
}

/** Add the buttons that copy and show a permalink below each element, and set up the page's own QR code button. */
export function addPermalinkControls() {
  for (const element of linkedElements()) {
    const row = cloneTemplate("template.copy-link");
    row.querySelector(".copy")?.addEventListener("click", () => copyLink(statePermalink(element).link, row));
    addQrCode(row, () => [statePermalink(element), elementPermalink(element)]);
    element.after(row);
  }
  const pageRow = document.querySelector("footer .link");
  if (pageRow) addQrCode(pageRow, () => [pagePermalink()]);
}

/** Copy to the clipboard; where that is not allowed (a page without https), show the link selected in a field.
 *  @param {string} link @param {HTMLElement} row */
async function copyLink(link, row) {
  if (await copyText(link)) {
    showStatus("copied");
    return;
  }
  /** @type {HTMLInputElement} */
  const field = find(row, "input");
  field.hidden = false;
  field.value = link;
  field.select();
}
