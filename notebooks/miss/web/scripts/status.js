// The page's status line: one sentence at the bottom of the window.

import { find } from "../../widgets/find.js";

const STATUS_DURATION_S = 12;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let statusTimer;

/** Show a text of the interface in the status line, or clear it. @param {string} [name] */
export function showStatus(name) {
  const statusLine = find(document, ".quiet");
  statusLine.textContent = name ? JSON.parse(statusLine.dataset.words ?? "{}")[name] : "";
  clearTimeout(statusTimer);
  if (name && name !== "kernel_lost") statusTimer = setTimeout(showStatus, STATUS_DURATION_S * 1000);
}
