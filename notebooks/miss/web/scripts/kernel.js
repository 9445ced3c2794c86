// Once the page and its user are idle, load a hidden frame in which Voilà starts this notebook's kernel and its front
// end connects to it. The frame isolates that front end's styles, keyboard shortcuts and elements from the page; its
// widgets attach to the elements of the page (widgets/attach.js). The page works without a kernel. A lost connection
// is retried; if no kernel can be reached at all (login, policy, network without WebSockets), the page does not retry
// and shows no message.

import { whenUserIdle } from "./idle.js";
import { showStatus } from "./status.js";

const RETRY_DELAYS_S = [5, 15, 60];
const MAX_RETRY_DELAY_S = 300;
const START_TIMEOUT_S = 90; // for the frame to load: up to thirty may be queued before it
const CONNECT_TIMEOUT_S = 30; // for the front end in a loaded frame to report its kernel

let retries = 0;
let wasConnected = false; // whether a kernel was ever connected to this page
/** @type {HTMLIFrameElement | undefined} */
let frame;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let kernelTimer;
/** Release the page's kernel. The page id is a capability: beacons cannot send XSRF headers. Works before the kernel
 *  has started, too, unlike Voilà's own request. */
let releaseKernel = () => false;

/** Request a kernel once the user is idle. */
export function connectWhenUserIdle() {
  if (!document.documentElement.dataset.kernel || !document.querySelector("main.course .island")) return; // no widgets to attach
  if (self.origin === "null") return; // a sandboxed frame, which no other frame can access
  whenUserIdle(connect);
  addEventListener("message", ({ data, source }) => {
    if (source === frame?.contentWindow && data?.kernel) handleStatus(data.kernel);
  });
  addEventListener("pagehide", () => releaseKernel());
  addEventListener("online", retry);
  document.addEventListener("visibilitychange", retry);
}

/** Request no kernel any more: another page replaces this one. */
export function abandonKernel() {
  clearTimeout(kernelTimer);
  releaseKernel();
  releaseKernel = () => false;
  retries = 0;
  wasConnected = false;
  frame = undefined;
}

function connect() {
  const pageId = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  frame?.remove();
  frame = document.createElement("iframe");
  Object.assign(frame, {
    className: "kernel",
    src: `${document.documentElement.dataset.kernel}?page=${pageId}`,
    tabIndex: -1,
    inert: true,
    title: "Python",
  });
  frame.setAttribute("aria-hidden", "true");
  frame.addEventListener("load", handleLoad);
  document.body.append(frame);
  startTimeout(START_TIMEOUT_S);
  releaseKernel = () => navigator.sendBeacon(`course/end/${pageId}`);
}

/** The first connection has no timeout: a whole class may be queued before it. @param {number} seconds */
function startTimeout(seconds) {
  clearTimeout(kernelTimer);
  if (wasConnected) kernelTimer = setTimeout(disconnect, seconds * 1000);
}

/** The frame has loaded a complete page, an empty one (no kernel slot is free), a truncated one, or another page such
 *  as a login. A document that cannot be accessed is another host's, or the browser's error page. */
function handleLoad() {
  const doc = frame?.contentDocument;
  if (doc?.querySelector("body[data-voila] > script[src]")) startTimeout(CONNECT_TIMEOUT_S);
  else if (doc?.URL === "about:blank") clearTimeout(kernelTimer);
  else if (frame) handleStatus(doc?.querySelector("body[data-voila]") ? "lost" : "refused");
}

/** Handle the status of the kernel as the frame reports it, or the status of the frame.
 *  @param {"connected" | "lost" | "refused"} status */
function handleStatus(status) {
  clearTimeout(kernelTimer);
  kernelTimer = undefined;
  if (status === "connected") {
    if (retries) showStatus();
    retries = 0;
    wasConnected = true;
    return;
  }
  if (status === "lost" || wasConnected || retries) return disconnect();
  frame?.remove(); // a retry would be refused, too
  frame = undefined;
}

function disconnect() {
  showStatus("kernel_lost");
  frame?.remove(); // its front end would retry by itself, with dialogs
  frame = undefined;
  for (const element of document.querySelectorAll("[data-attached]")) element.removeAttribute("data-attached");
  kernelTimer = setTimeout(retry, (RETRY_DELAYS_S[retries++] ?? MAX_RETRY_DELAY_S) * 1000);
}

/** Connect again after the delay, when the network is back or when the page is visible again. */
function retry() {
  if (frame || !retries || document.hidden) return;
  clearTimeout(kernelTimer);
  connect();
}
