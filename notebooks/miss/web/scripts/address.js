// @ts-check
// An address may name a state: `?condition=…`, `?step=…`, `?risk=…`, `?round=…`. What is not known is left alone,
// with a quiet word. Beside each widget stands a button that copies such an address, and one that
// shows it as a QR code; the page as such has its code at its foot.

import { offerCode } from "./code.js";
import { pagePlace, statePlace, widgetPlace } from "./place.js";
import { tell } from "./tell.js";

/** Which element each name in an address speaks to. */
const PLACES = {
  condition: "condition-selector",
  step: "procedure-slider",
  risk: "risk-cards",
  round: "knowledge-check",
};

/** @param {string} tag @returns {any} */
const elementOf = (tag) => document.querySelector(`main.course ${tag}`);

/** Show what the address asks for, if it asks for anything. @param {URLSearchParams} asked */
export function openAddress(asked) {
  for (const [name, tag] of Object.entries(PLACES)) {
    const named = asked.get(name);
    if (named !== null && !elementOf(tag)?.open(named)) tell("unknown_address");
  }
}

/** Put the buttons that copy and show a link below each widget of the page, and see to the page's own. */
export function offerLinks() {
  for (const [name, tag] of Object.entries(PLACES)) {
    const element = elementOf(tag);
    const offer = /** @type {HTMLTemplateElement} */ (document.querySelector("template.copy-link"));
    if (!element) continue;
    const line = /** @type {HTMLElement} */ (offer.content.firstElementChild?.cloneNode(true));
    line.querySelector(".copy")?.addEventListener("click", () => copy(statePlace(name, element).link, line));
    offerCode(line, () => [statePlace(name, element), widgetPlace(name, element)]);
    element.after(line);
  }
  const own = document.querySelector("footer .link");
  if (own) offerCode(own, () => [pagePlace()]);
}

/** Copy where the browser allows it; elsewhere (a network without https) show the link, ready to copy. */
async function copy(link, line) {
  try {
    await navigator.clipboard.writeText(link);
    tell("copied");
  } catch {
    const field = /** @type {HTMLInputElement} */ (line.querySelector("input"));
    field.hidden = false;
    field.value = link;
    field.select();
  }
}
