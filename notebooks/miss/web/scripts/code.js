// @ts-check
// A QR code, opened in place below its button. Its picture comes from the server, or is a file of the site, and is
// asked for only now.

import { fill } from "./lesson.js";
/** @typedef {import("./place.js").Place} Place */

const { codes } = document.documentElement.dataset;

/**
 * Let a line's button open and close its code.
 * @param {Element} line
 * @param {() => Place[]} places what to open; then what to open instead, where there is no file for it
 */
export function offerCode(line, places) {
  const button = line.querySelector(".show-code");
  const panel = emptyPanel();
  button?.addEventListener("click", () => {
    if (panel.isConnected) panel.remove();
    else line.append(panel);
    button.setAttribute("aria-expanded", String(panel.isConnected));
    if (panel.isConnected) draw(panel, places());
  });
  document.addEventListener("lesson-change", () => panel.isConnected && draw(panel, places()));
}

/** @returns {HTMLElement} */
function emptyPanel() {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector("template.code-panel"));
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/** @param {HTMLElement} panel @param {Place[]} places */
function draw(panel, [exact, wider]) {
  const instead = codes === "files" && exact.uncounted;
  const place = instead ? wider : exact;
  if (isOnlyHere(place.link)) return show(panel, "only-here");
  if (codes === undefined) return show(panel, "not-made");
  const image = /** @type {HTMLImageElement} */ (panel.querySelector("img"));
  image.alt = fill(image.dataset.alt ?? "", { address: place.link });
  image.onerror = () => show(panel, "not-come");
  image.src = `codes/${place.name}.svg?link=${encodeURIComponent(place.link)}`; // a site's file needs no question
  Object.assign(panel.querySelector("a") ?? {}, { href: place.link, textContent: place.link });
  show(panel, instead ? "page-only" : "");
}

/** Show the code, with or without a remark, or the reason why there is none. @param {string} reason */
function show(panel, reason) {
  for (const part of panel.children) part.hidden = part.dataset.reason !== reason;
  panel.querySelector("figure").hidden = !["", "page-only"].includes(reason);
}

/** Whether other devices cannot open an address: this machine's own, or a file's. @param {string} link */
function isOnlyHere(link) {
  const { protocol, hostname } = new URL(link);
  return !protocol.startsWith("http") || /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
