// @ts-check
// The page's quiet line: one sentence at the foot of the window, never in the way.

const line = /** @type {HTMLElement} */ (document.querySelector(".quiet"));
const WORDS = JSON.parse(line.dataset.words ?? "{}");

const SECONDS = 12;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let passing;

/** Say a word of the interface quietly, or nothing. @param {string} [name] */
export function tell(name) {
  line.textContent = name ? WORDS[name] : "";
  clearTimeout(passing);
  if (name !== "kernel_lost") passing = setTimeout(() => (line.textContent = ""), SECONDS * 1000);
}
