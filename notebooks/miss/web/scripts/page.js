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
function lessons() {
  return [...document.querySelectorAll("main.course .lesson")];
}

/** Give every element back what was done in it before. */
function restore() {
  for (const element of lessons()) {
    const state = record.states[element.dataset.key];
    if (state) element.state = state;
  }
}

/** Keep every change, and take over what another tab has gathered in the meantime. */
function keepOn() {
  document.addEventListener("lesson-change", (event) => {
    const { key, state } = /** @type {CustomEvent} */ (event).detail;
    record.keep({ states: { [key]: state } });
  });
  record.follow(() => {
    showDone();
    for (const element of lessons()) element.gather(record.states[element.dataset.key]);
  });
}

/** Bring the current section into sight in the row of sections, sideways only: the page stays where it is. */
function showCurrent() {
  const current = document.querySelector("header.site nav [aria-current]");
  const row = current?.closest("nav");
  if (!current || !row) return;
  const [here, seen] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollBy({ left: Math.max(0, here.right - seen.right) + Math.min(0, here.left - seen.left), behavior: "instant" });
}

/** @param {string} script */
async function keepOffline(script) {
  try {
    await navigator.serviceWorker?.register(script);
  } catch {
    // a frame may forbid it: then nothing is kept
  }
}

function start() {
  document.documentElement.classList.add("js"); // the page's head expects it, unless a policy forbids its script
  styleByFile();
  openTheme();
  document.addEventListener("click", openTerm);
  preparePaper();
  whenIdle(showCurrent);
  restore();
  keepOn();
  defineProgress();
  showDone();
  offerLinks();
  openAddress(new URLSearchParams(location.search));
  openView();
  connectWhenLeftAlone();
  workOffline();
  afterPaint(() => document.documentElement.classList.remove("first-words"));
  whenLeftAlone(offerReading);
  whenLeftAlone(() => document.documentElement.classList.remove("first-look"));
}

/** Where a policy has dropped the style that the page carries, take it from a file. */
function styleByFile() {
  const style = /** @type {HTMLStyleElement | null} */ (document.querySelector("style[data-file]"));
  if (!style || style.sheet) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style.dataset.file }));
}

/** Where the page is served, it may stand on a phone's home screen; as plain files, it is kept for no network, too. */
function workOffline() {
  if (!location.protocol.startsWith("http")) return; // a USB stick, whose files a browser may not fetch
  const { manifest = "", offline } = document.documentElement.dataset;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
  // after the page itself: keeping the other pages must not slow this one down
  if (offline) whenLeftAlone(() => keepOffline(offline));
}

start();
