// @ts-check
/** Make an element. @param {string} tag @param {string} className @param {string} [html] from the course's own templates */
export function made(tag, className, html = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.innerHTML = html;
  return element;
}

/** @param {string} text @param {() => void} press @param {string} [className] */
export function button(text, press, className = "") {
  const element = /** @type {HTMLButtonElement} */ (made("button", className));
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", press);
  return element;
}

/** A word of the trainer's views, its braces filled. @param {string} name @param {Record<string, any>} [values] */
export function word(name, values = {}) {
  return GIVEN.words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** Seconds as minutes and seconds: 605 is "10:05". @param {number} seconds */
export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
