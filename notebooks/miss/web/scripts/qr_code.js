// A QR code in a panel that its button opens. The image is an answer of the server or a file of the site, and is
// requested only when the panel opens.

import { fill } from "../../widgets/fill.js";
import { find, findAll } from "../../widgets/find.js";
import { cloneTemplate } from "./template.js";

/** @typedef {import("./permalink.js").Permalink} Permalink */
/** @typedef {[exact: Permalink, fallback?: Permalink]} Links */

const { codes: codeSource } = document.documentElement.dataset;

/**
 * Let a row's button open and close the panel with the QR code.
 * @param {Element} row
 * @param {() => Links} getLinks the permalink to show, and the fallback for when the site has no image of it
 */
export function addQrCode(row, getLinks) {
  const button = row.querySelector(".show-code");
  const panel = cloneTemplate("template.code-panel");
  button?.addEventListener("click", () => {
    if (panel.isConnected) panel.remove();
    else row.append(panel);
    button.setAttribute("aria-expanded", String(panel.isConnected));
    if (panel.isConnected) renderCode(panel, getLinks());
  });
  document.addEventListener("lesson-change", () => panel.isConnected && renderCode(panel, getLinks()));
}

/** @param {HTMLElement} panel @param {Links} links */
function renderCode(panel, [exact, fallback]) {
  const useFallback = codeSource === "files" && exact.uncounted;
  const permalink = (useFallback && fallback) || exact;
  if (isLocalOnly(permalink.link)) return showCodePart(panel, "only-here");
  if (codeSource === undefined) return showCodePart(panel, "not-made");
  /** @type {HTMLImageElement} */
  const image = find(panel, "img");
  image.alt = fill(image.dataset.alt ?? "", { address: permalink.link });
  image.onerror = () => showCodePart(panel, "not-come");
  image.src = `codes/${permalink.name}.svg?link=${encodeURIComponent(permalink.link)}`; // a static site ignores the query
  Object.assign(panel.querySelector("a") ?? {}, { href: permalink.link, textContent: permalink.link });
  showCodePart(panel, useFallback ? "page-only" : "");
}

/** Show the code, with or without a remark, or the reason why there is none.
 *  @param {HTMLElement} panel @param {string} reason */
function showCodePart(panel, reason) {
  for (const part of findAll(panel, ":scope > *")) part.hidden = part.dataset.reason !== reason;
  find(panel, "figure").hidden = !["", "page-only"].includes(reason);
}

/** Whether only this machine can open a URL: a loopback host or a file. @param {string} link */
export function isLocalOnly(link) {
  const { protocol, hostname } = new URL(link);
  return !protocol.startsWith("http") || /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
