import { fill } from "../widgets/fill.js";

/** Create an element.
 *  @param {string} tag @param {string} className @param {string} [html] from the course's templates */
export function createElement(tag, className, html = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.innerHTML = html;
  return element;
}

/** @param {string} label @param {() => void} onClick @param {string} [className] */
export function createButton(label, onClick, className = "") {
  const element = /** @type {HTMLButtonElement} */ (createElement("button", className));
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", onClick);
  return element;
}

/** A word of the interface with its placeholders filled.
 *  @param {PresenterWord} name @param {Record<string, any>} [values] */
export function interfaceText(name, values = {}) {
  return fill(DATA.words[name], values);
}
