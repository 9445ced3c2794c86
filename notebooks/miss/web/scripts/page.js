import { toggleTerm } from "../../interactions/glossary/element.js";
import { findAll } from "../../widgets/find.js";
import { afterPaint } from "../../widgets/lesson.js";
import { initCopyNavigation } from "./copy_navigation.js";
import { whenPageIdle, whenUserIdle } from "./idle.js";
import { connectWhenUserIdle } from "./kernel.js";
import { addPermalinkControls, openPermalink } from "./permalink_controls.js";
import { initPrintButton, initPrinting } from "./print.js";
import { defineProgressElements, renderProgress } from "./progress_elements.js";
import { progressStore } from "./progress_store.js";
import { addReadAloudButtons } from "./read_aloud.js";
import { initTheme, initThemeButton } from "./theme.js";
import { initView } from "./view.js";

/** @returns {import("../../widgets/lesson.js").LessonElement[]} */
function lessonElements() {
  return findAll(document, "main.course .lesson");
}

/** @param {HTMLElement} element */
function storedState(element) {
  return progressStore.states[element.dataset.key ?? ""];
}

/** Restore each element's state from the progress store. */
function restoreStates() {
  for (const element of lessonElements()) {
    const state = storedState(element);
    if (state) element.state = state;
  }
}

/** Store every change, and merge the changes of other tabs. */
function syncProgress() {
  document.addEventListener("lesson-change", ({ detail }) => {
    progressStore.update({ states: { [detail.key]: detail.state } });
  });
  progressStore.subscribe(() => {
    renderProgress();
    for (const element of lessonElements()) element.merge(storedState(element));
  });
}

/** Scroll the navigation to the current section, horizontally only: the page itself does not scroll. */
function scrollToCurrentSection() {
  const current = document.querySelector("header.site nav [aria-current]");
  const nav = current?.closest("nav");
  if (!current || !nav) return;
  const [link, visible] = [current.getBoundingClientRect(), nav.getBoundingClientRect()];
  nav.scrollBy({
    left: Math.max(0, link.right - visible.right) + Math.min(0, link.left - visible.left),
    behavior: "instant",
  });
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
  initTheme();
  document.addEventListener("click", toggleTerm);
  initPrinting();
  syncProgress();
  defineProgressElements();
  initContent();
  connectWhenUserIdle();
  setUpWebApp();
  initCopyNavigation(initContent);
  afterPaint(() => document.documentElement.classList.remove("first-words"));
  whenUserIdle(() => document.documentElement.classList.remove("first-look"));
}

/** Enhance the content of this page, or of one that has replaced it. */
function initContent() {
  initThemeButton();
  initPrintButton();
  whenPageIdle(scrollToCurrentSection);
  restoreStates();
  renderProgress();
  addPermalinkControls();
  openPermalink(location);
  initView();
  whenUserIdle(addReadAloudButtons);
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
  if (offline) whenUserIdle(() => registerServiceWorker(offline));
}

initPage();
