// Folds: what `details.fold` holds is collapsed on screen, and expanded on paper and by a link into it.
import { findAll } from "../../widgets/find.js";
import { afterPaint } from "../../widgets/lesson.js";

/** The folds that printing has opened. @type {Element[]} */
let opened = [];

function openForPrint() {
  const closed = findAll(document, "main details.fold:not([open])");
  for (const fold of closed) fold.toggleAttribute("open", true);
  opened = [...opened, ...closed]; // some browsers fire `beforeprint` twice
}

function closeAfterPrint() {
  for (const fold of opened) fold.toggleAttribute("open", false);
  opened = [];
}

/** Open what holds the target of the page's URL, and scroll to it. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const closed = findAll(document, "details:not([open])").filter((details) => target && details.contains(target));
  for (const details of closed) details.setAttribute("open", "");
  if (closed.length) target?.scrollIntoView();
}

/** Scroll to what a fold holds, once it is opened. @param {Event} event */
function showOpened(event) {
  const fold = /** @type {Element} */ (event.target).closest("details.fold > summary")?.parentElement;
  if (fold) afterPaint(() => fold.hasAttribute("open") && fold.scrollIntoView({ block: "nearest" }));
}

/** Open folds for printing, and for links into them, and show what was opened. */
export function initFolds() {
  document.addEventListener("click", showOpened);
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", openForPrint);
  addEventListener("afterprint", closeAfterPrint);
}

/** Collapse the folds that are open without a script, apart from that of the page's URL. */
export function collapseFolds() {
  for (const fold of document.querySelectorAll("main details.fold")) fold.toggleAttribute("open", false);
  openTarget();
}
