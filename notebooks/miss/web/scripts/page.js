// @ts-check
import { afterPaint, openTerm } from "./lesson.js";
import { record } from "./record.js";
import { defineProgress, showDone } from "./progress.js";
import { offerLinks, openAddress } from "./address.js";
import { offerReading } from "./read_aloud.js";
import { whenIdle, whenLeftAlone } from "./idle.js";
import { connectWhenLeftAlone } from "./kernel.js";
import { openTheme } from "./theme.js";
import { openView } from "./view.js";
import { preparePaper } from "./paper.js";

/** @returns {any[]} */
function lessonElements() {
  return [...document.querySelectorAll("main.course .lesson")];
}

/** Restore each element's state from the progress store. */
function restoreStates() {
  for (const element of lessonElements()) {
    const state = record.states[element.dataset.key];
    if (state) element.state = state;
  }
}

/** Store every change, and merge the changes of other tabs. */
function syncProgress() {
  document.addEventListener("lesson-change", (event) => {
    const { key, state } = /** @type {CustomEvent} */ (event).detail;
    record.keep({ states: { [key]: state } });
  });
  record.follow(() => {
    showDone();
    for (const element of lessonElements()) element.gather(record.states[element.dataset.key]);
  });
}

/** Scroll the navigation to the current section, horizontally only: the page itself does not scroll. */
function scrollToCurrentSection() {
  const current = document.querySelector("header.site nav [aria-current]");
  const nav = current?.closest("nav");
  if (!current || !nav) return;
  const [link, visible] = [current.getBoundingClientRect(), nav.getBoundingClientRect()];
  nav.scrollBy({ left: Math.max(0, link.right - visible.right) + Math.min(0, link.left - visible.left), behavior: "instant" });
}

/** @param {string} script */
async function registerServiceWorker(script) {
  try {
    await navigator.serviceWorker?.register(script);
  } catch {
    // a sandboxed frame may forbid it: then there is no offline copy
  }
}

function initPage() {
  document.documentElement.classList.add("js"); // set in the page's head already, unless a policy blocks inline scripts
  loadStyleSheet();
  openTheme();
  document.addEventListener("click", openTerm);
  preparePaper();
  whenIdle(scrollToCurrentSection);
  restoreStates();
  syncProgress();
  defineProgress();
  showDone();
  offerLinks();
  openAddress(new URLSearchParams(location.search));
  openView();
  connectWhenLeftAlone();
  setUpWebApp();
  afterPaint(() => document.documentElement.classList.remove("first-words"));
  whenLeftAlone(offerReading);
  whenLeftAlone(() => document.documentElement.classList.remove("first-look"));
}

/** Load the style sheet as a file if a policy blocks the page's inline style. */
function loadStyleSheet() {
  const style = /** @type {HTMLStyleElement | null} */ (document.querySelector("style[data-file]"));
  if (!style || style.sheet) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style.dataset.file }));
}

/** Make a served page installable, and a static site available offline. */
function setUpWebApp() {
  if (!location.protocol.startsWith("http")) return; // browsers do not fetch from file: URLs
  const { manifest = "", offline } = document.documentElement.dataset;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
  // when idle, since downloading the other pages must not slow down this one
  if (offline) whenLeftAlone(() => registerServiceWorker(offline));
}

initPage();
