// @ts-check
// Behind the page, when it and its reader are at rest: a frame out of sight in which Voilà starts this notebook's
// kernel and its front end connects. The frame keeps that front end's styles, keyboard shortcuts and elements away
// from the page; the widgets in it take over the elements here (widgets/attach.js). Refused, failed or lost, the page
// is simply the page.

import { whenLeftAlone } from "./idle.js";
import { tell } from "./tell.js";

const KERNEL = document.documentElement.dataset.kernel;
const PATIENCE = [5, 15, 60, 300]; // seconds before each new try

const STARTING = 90; // seconds after which a frame that has not come counts as lost: thirty may be waiting before it
const CONNECTING = 30; // seconds after which a frame that has come, and says nothing, counts as lost

let tries = 0;
/** @type {HTMLIFrameElement | undefined} */
let frame;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
/** Tells the server that the kernel is no longer needed. Voilà's own goodbye is loaded by its server, and this one
 *  works before the kernel has started, too. */
let goodbye = () => false;

/** Ask for a kernel once it slows nobody down. */
export function connectWhenLeftAlone() {
  if (!KERNEL || !document.querySelector("main.course .lesson")) return; // nothing here to be driven from Python
  whenLeftAlone(connect);
  addEventListener("message", ({ data, source }) => {
    if (source === frame?.contentWindow && data?.kernel) change(data.kernel);
  });
  addEventListener("pagehide", () => goodbye());
  addEventListener("online", again);
  document.addEventListener("visibilitychange", again);
}

function connect() {
  const page = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  frame?.remove();
  frame = document.createElement("iframe");
  Object.assign(frame, { className: "kernel", src: `${KERNEL}?page=${page}`, tabIndex: -1, inert: true, title: "Python" });
  frame.setAttribute("aria-hidden", "true");
  frame.addEventListener("load", loaded);
  document.body.append(frame);
  giveUpAfter(STARTING);
  goodbye = () => navigator.sendBeacon(`course/end/${page}`);
}

/** @param {number} seconds */
function giveUpAfter(seconds) {
  clearTimeout(waiting);
  waiting = setTimeout(() => change("lost"), seconds * 1000);
}

/** The frame has loaded: whole, empty (no kernel to spare: the page stays as it is), or broken off half-way. */
function loaded() {
  const rendered = frame?.contentDocument;
  if (rendered?.querySelector("body > script[src]")) giveUpAfter(CONNECTING);
  else if (rendered?.URL === "about:blank") clearTimeout(waiting);
  else if (frame) change("lost");
}

/** What the frame says of its kernel. @param {"connected" | "lost"} status */
function change(status) {
  clearTimeout(waiting);
  waiting = undefined;
  if (status === "connected") {
    if (tries) tell();
    tries = 0;
    return;
  }
  tell("kernel_lost");
  frame?.remove(); // or its front end would try again by itself, aloud
  frame = undefined;
  for (const element of document.querySelectorAll("[data-attached]")) element.removeAttribute("data-attached");
  waiting = setTimeout(again, PATIENCE[Math.min(tries++, PATIENCE.length - 1)] * 1000);
}

/** Time is up, the network is back, or the reader is: try again, unless nobody looks. */
function again() {
  if (frame || !tries || document.hidden) return;
  clearTimeout(waiting);
  connect();
}
