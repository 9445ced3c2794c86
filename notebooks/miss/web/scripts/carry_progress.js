// Carry progress to another device, without a server: the home page makes a link that holds it, and adds what such a
// link brings. Nothing that was done on this device is lost by that.

import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { copyText } from "./clipboard.js";
import { COURSE_URL } from "./permalink.js";
import { LINK_PARAMETER, packProgress, unpackProgress } from "./progress_link.js";
import { progressStore } from "./progress_store.js";
import { countSections, isDone } from "./section_progress.js";

/** @returns {HTMLDetailsElement | null} */
const carryPart = () => document.querySelector("details.carry");

/** Set up the part of the home page that makes and takes links, if this is the home page.
 *  @param {() => void} renderAll show the progress that was added */
export function initCarryProgress(renderAll) {
  const carry = carryPart();
  if (!carry) return;
  carry.addEventListener("toggle", () => carry.open && showProgressLink(carry));
  find(carry, ".copy").addEventListener("click", () => copyProgressLink(carry));
  find(carry, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    /** @type {HTMLInputElement} */
    const field = find(carry, ".bring input");
    take(carry, field.value, renderAll);
  });
  takeFromAddress(renderAll);
}

/** Show the link in its field. @param {HTMLElement} carry @returns {Promise<HTMLInputElement>} the field */
async function showProgressLink(carry) {
  /** @type {HTMLInputElement} */
  const field = find(carry, ".give input");
  field.value = await progressLink();
  return field;
}

/** The link to the home page that holds what was done in the course. */
export async function progressLink() {
  return `${COURSE_URL}#${LINK_PARAMETER}=${await packProgress(progressStore.all)}`;
}

/** @param {HTMLElement} carry */
async function copyProgressLink(carry) {
  const field = await showProgressLink(carry);
  const copied = await copyText(field.value);
  if (!copied) field.select();
  say(carry, copied ? "copied" : "copy_by_hand");
}

/** Take the progress that the page's address brings, and remove it from the address. @param {() => void} renderAll */
export function takeFromAddress(renderAll) {
  const carry = carryPart();
  if (!carry || !location.hash.startsWith(`#${LINK_PARAMETER}=`)) return;
  const { hash } = location;
  history.replaceState(history.state, "", location.pathname + location.search);
  carry.open = true;
  take(carry, hash, renderAll);
}

/** @param {HTMLElement} carry @param {string} text @param {() => void} renderAll */
async function take(carry, text, renderAll) {
  const brought = await unpackProgress(text);
  if (!brought) return say(carry, "no_progress");
  progressStore.add(brought);
  renderAll();
  const sections = countSections();
  say(carry, "added", { done: sections.filter(isDone).length, total: sections.length });
  find(carry, ".said").scrollIntoView({ block: "nearest" });
}

/** @param {HTMLElement} carry @param {string} name @param {Record<string, number>} [values] */
function say(carry, name, values = {}) {
  find(carry, ".said").textContent = fill(JSON.parse(carry.dataset.words ?? "{}")[name], values);
}
