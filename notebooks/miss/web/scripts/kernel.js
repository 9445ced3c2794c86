// @ts-check
// Behind the page, when it and its reader are at rest: a frame out of sight in which Voilà starts this notebook's
// kernel and its front end connects. The frame keeps that front end's styles, keyboard shortcuts and elements away
// from the page; the widgets in it take over the elements here (widgets/attach.js). Refused, failed or lost, the page
// is simply the page. A kernel that was lost is asked for again; one that cannot come, since a login, a policy or a
// network without WebSockets is in its way, is not, and nothing is said of it.

import { whenLeftAlone } from "./idle.js";
import { tell } from "./tell.js";

const KERNEL = document.documentElement.dataset.kernel;
const PATIENCE = [5, 15, 60, 300]; // seconds before each new try

const STARTING = 90; // seconds after which a frame that has not come counts as lost: thirty may be waiting before it
const CONNECTING = 30; // seconds after which a frame that has come, and says nothing, counts as lost

let tries = 0;
let reached = false; // whether a kernel was ever connected to this page
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
  if (self.origin === "null") return; // a sandbox, into which no other frame may reach
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

/** The first kernel is waited for as long as it takes: a class may be before it. @param {number} seconds */
function giveUpAfter(seconds) {
  clearTimeout(waiting);
  if (reached) waiting = setTimeout(lose, seconds * 1000);
}

/** The frame has loaded: whole, empty (no kernel to spare: the page stays as it is), broken off half-way, or as
 *  something else, such as a login; what this page may not look into is another host's, or the browser's own error. */
function loaded() {
  const rendered = frame?.contentDocument;
  if (rendered?.querySelector("body[data-voila] > script[src]")) giveUpAfter(CONNECTING);
  else if (rendered?.URL === "about:blank") clearTimeout(waiting);
  else if (frame) change(rendered?.querySelector("body[data-voila]") ? "lost" : "refused");
}

/** What the frame says of its kernel, or what there is to say of the frame.
 *  @param {"connected" | "lost" | "refused"} status */
function change(status) {
  clearTimeout(waiting);
  waiting = undefined;
  if (status === "connected") {
    if (tries) tell();
    tries = 0;
    reached = true;
    return;
  }
  if (status === "lost" || reached || tries) return lose();
  frame?.remove(); // it would not be let in another time, either
  frame = undefined;
}

function lose() {
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
