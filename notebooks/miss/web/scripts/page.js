import { toggleTerm } from "../../interactions/glossary/element.js";
import { findAll } from "../../widgets/find.js";
import { afterPaint } from "../../widgets/lesson.js";
import { initCarryProgress, takeFromAddress } from "./carry_progress.js";
import { initCopyNavigation } from "./copy_navigation.js";
import { changedReturns, defineCourseReturns } from "./course_returns.js";
import { defineFilteredList } from "./filtered_list.js";
import { collapseFolds, initFolds } from "./folds.js";
import { whenUserIdle } from "./idle.js";
import { defineKeep, renderKept } from "./keep.js";
import { connectWhenUserIdle } from "./kernel.js";
import { dockElements, initMomentBar, renderMomentBar } from "./moment_bar.js";
import { addPermalinkControls, openPermalink } from "./permalink_controls.js";
import { initPrintButton, initPrinting } from "./print.js";
import { defineProgressElements, renderProgress } from "./progress_elements.js";
import { progressStore } from "./progress_store.js";
import { addReadAloudButtons } from "./read_aloud.js";
import { placeOf } from "./start_link.js";
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
  const restored = lessonElements().filter(storedState);
  for (const element of restored) element.state = storedState(element);
  recordProgress(restored); // the course may have changed since
}

/** Record how much of some elements is done.
 *  @param {import("../../widgets/lesson.js").LessonElement[]} elements @param {import("./progress_parts.js").Parts} parts */
function recordProgress(elements, parts = {}) {
  const counted = elements.map((element) => [element.dataset.key, element.progress]);
  const changed = { ...parts, ...Object.fromEntries(counted) };
  if (Object.keys(changed).length) progressStore.update({ parts: changed });
}

/** Once the end of a section is on the screen, record what was shown without any action, too. */
function recordEnd() {
  const end = document.querySelector("main .section-end");
  if (!(end instanceof HTMLElement)) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    recordProgress(lessonElements(), { [`${end.dataset.section} end`]: { done: 1, total: 1 } });
    renderProgress();
  });
  observer.observe(end);
}

/** Store every change, and merge the changes of other tabs. */
function syncProgress() {
  document.addEventListener("lesson-change", ({ detail, target }) => {
    progressStore.update({
      states: { [detail.key]: detail.state, ...changedReturns(detail) },
      parts: { [detail.key]: detail.progress },
      ...placeOf(/** @type {import("../../widgets/lesson.js").LessonElement} */ (target)),
    });
    renderProgress();
    renderMomentBar();
  });
  progressStore.subscribe(() => {
    renderProgress();
    renderKept();
    for (const element of lessonElements()) element.merge(storedState(element));
    renderMomentBar();
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
  initFolds();
  defineFilteredList();
  initPrinting();
  syncProgress();
  defineProgressElements();
  defineKeep();
  defineCourseReturns();
  initContent();
  connectWhenUserIdle();
  setUpWebApp();
  initCopyNavigation(initContent);
  addEventListener("hashchange", () => takeFromAddress(renderProgress)); // a link that is opened on this page
  afterPaint(() => document.documentElement.classList.remove("first-words"));
  whenUserIdle(() => document.documentElement.classList.remove("first-look"));
}

/** Enhance the content of this page, or of one that has replaced it. */
function initContent() {
  collapseFolds();
  initThemeButton();
  initPrintButton();
  restoreStates();
  renderProgress();
  initCarryProgress(renderProgress);
  recordEnd();
  addPermalinkControls();
  openPermalink(location);
  initMomentBar();
  initView().then(() => {
    dockElements();
    document.documentElement.classList.remove("to-place");
  });
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
