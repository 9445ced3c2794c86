// When a link to another page of the course is followed and the server does not answer, show the copy of that page in
// this document. Whether the server answers is asked as soon as a link is pointed at, focused or pressed, so that the
// answer is there when it is clicked, and the browser then follows the link as ever.

import { find } from "../../widgets/find.js";
import { abandonKernel } from "./kernel.js";
import { copyPagesWhenIdle, pageCopy, pageName, requestPage } from "./page_copies.js";
import { swapPage } from "./page_swap.js";
import { showStatus } from "./status.js";

const ANSWER_TIMEOUT_MS = 3000;
const LOST_TIMEOUT_MS = 1000; // once the server has not answered
const FRESH_MS = 2000; // for which an answer of the server counts

/** Whether the server answers, as the newest request tells. @type {Promise<boolean> | undefined} */
let answers;
let asking = false;
let lastAnswer = -FRESH_MS;
let serverLost = false;
/** The URL of the link that was followed last, while the server is asked. @type {string | undefined} */
let followedUrl;
/** @type {() => void} */
let initShownContent;
/** @param {string} url */
const withoutHash = (url) => url.replace(/#.*/, "");
let shownUrl = withoutHash(location.href);

/** Set up the copies, for a page that its server delivers; a static site has a service worker, an author's page changes.
 *  @param {() => void} init what enhances the content of a page */
export function initCopyNavigation(init) {
  const { offline, live } = document.documentElement.dataset;
  if (offline || live || !location.protocol.startsWith("http")) return;
  initShownContent = init;
  copyPagesWhenIdle();
  for (const type of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(type, prepareLink);
  addEventListener("click", followLink); // on the window: after every other listener
  addEventListener("popstate", showVisitedPage);
}

/** The link that an event is about, if it loads a page in this window of which there is a copy.
 *  @param {Event} event @returns {{ url: string, name: string } | undefined} */
function linkWithCopy({ target }) {
  const link = target instanceof Element && target.closest("a");
  if (!(link instanceof HTMLAnchorElement) || link.download || !["", "_self"].includes(link.target)) return undefined;
  const name = pageName(link);
  const within = link.hash && withoutHash(link.href) === shownUrl;
  const presenting = ["present", "notes"].includes(document.documentElement.dataset.view ?? "");
  return name && pageCopy(name) && !within && !presenting ? { url: link.href, name } : undefined;
}

/** @param {Event} event */
function prepareLink(event) {
  const link = linkWithCopy(event);
  if (link) askServer(link.name);
}

/** Ask the server for a page, unless it is being asked or has just answered. @param {string} name */
function askServer(name) {
  if (asking || hasJustAnswered()) return;
  asking = true;
  answers = requestPage(name, serverLost ? LOST_TIMEOUT_MS : ANSWER_TIMEOUT_MS).then((answered) => {
    asking = false;
    serverLost = !answered;
    if (answered) lastAnswer = performance.now();
    return answered;
  });
}

function hasJustAnswered() {
  return performance.now() - lastAnswer < FRESH_MS;
}

/** @param {MouseEvent} event */
async function followLink(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = linkWithCopy(event);
  followedUrl = link?.url;
  if (!link) return;
  askServer(link.name);
  if (hasJustAnswered()) return; // the browser follows the link
  event.preventDefault();
  const answered = await answers;
  if (followedUrl !== link.url) return; // another link was followed meanwhile, or the same one twice
  followedUrl = undefined;
  if (answered) location.href = link.url;
  else openCopy(link.url, link.name);
}

/** @param {string} url @param {string} name */
function openCopy(url, name) {
  const { hash } = new URL(url);
  history.pushState(null, "", url);
  showCopy(name);
  scrollTo({ top: 0, behavior: "instant" });
  if (hash) location.replace(hash); // scrolls to the target, and makes it the target of styles
}

/** Show a copy at its URL, and say so. @param {string} name */
function showCopy(name) {
  const copy = pageCopy(name);
  if (!copy) return location.reload();
  shownUrl = withoutHash(location.href);
  abandonKernel();
  swapPage(copy);
  initShownContent();
  find(document, "main.course").focus({ preventScroll: true }); // so that screen readers and keys go on there
  if (serverLost) showStatus("server_lost");
}

/** After Back or Forward to a page that was shown in this document, show it again. */
function showVisitedPage() {
  const name = pageName(location);
  if (name && withoutHash(location.href) !== shownUrl) showCopy(name);
}
