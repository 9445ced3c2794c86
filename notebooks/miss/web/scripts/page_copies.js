// Copies of the course's pages, for when its server does not answer. They are in sessionStorage, which a tab keeps from
// page to page and which, unlike a service worker, needs no https. Only copies of this script's version are used.

import { find, findAll } from "../../widgets/find.js";
import { whenUserIdle } from "./idle.js";
import { COURSE_FOLDER } from "./storage.js";

const MAX_COPY_LENGTH = 600_000; // characters
const MAX_TOTAL_LENGTH = 4_000_000; // browsers give sessionStorage about five million
const COPY_TIMEOUT_MS = 30_000;
const COPY_KEY = `course ${COURSE_FOLDER} ${document.documentElement.dataset.course} copy `;
const SCRIPT_URL = find(document, "head script[defer]").getAttribute("src") ?? ""; // it has the script's version

/** The name of the page at a URL of this course; undefined at any other.
 *  @param {{ origin: string, pathname: string }} url */
export function pageName({ origin, pathname }) {
  if (origin !== location.origin || !pathname.startsWith(COURSE_FOLDER)) return undefined;
  return /^([\w-]+)\.html$/.exec(pathname.slice(COURSE_FOLDER.length) || "index.html")?.[1];
}

/** The copy of a page, unless it needs another version of the script. @param {string} [name] @returns {string | null} */
export function pageCopy(name) {
  try {
    const copy = sessionStorage.getItem(COPY_KEY + name);
    return copy?.includes(`"${SCRIPT_URL}"`) ? copy : null;
  } catch {
    return null; // storage is blocked
  }
}

/** Copy the pages that this one links to, one by one while the user is idle; none if the user saves data. */
export function copyPagesWhenIdle() {
  if (navigator.connection?.saveData) return;
  whenUserIdle(async () => {
    for (const name of new Set(findAll(document, "a[href]").map(linkedPage))) {
      if (!name || pageCopy(name)) continue;
      await new Promise((resolve) => whenUserIdle(() => resolve(undefined)));
      if (!(await requestPage(name, COPY_TIMEOUT_MS))) return;
    }
  });
}

/** @param {HTMLElement} link */
function linkedPage(link) {
  return pageName(/** @type {HTMLAnchorElement} */ (link));
}

/** Request a page, and copy it if it is one. @param {string} name @param {number} timeout in milliseconds
 *  @returns {Promise<boolean>} whether the server answers, be it with a login or a redirect to one */
export async function requestPage(name, timeout) {
  try {
    const response = await fetch(`${COURSE_FOLDER}${name}.html`, {
      redirect: "manual",
      priority: "low",
      signal: AbortSignal.timeout(timeout),
    });
    if (response.ok) response.text().then((html) => storeCopy(name, html), ignoreFailure);
    return response.status < 500;
  } catch {
    return false;
  }
}

/** The answer broke off: the page that is requested next may arrive. */
function ignoreFailure() {}

/** @param {string} name @param {string} html */
function storeCopy(name, html) {
  if (!html.includes("data-course=") || html.length > MAX_COPY_LENGTH) return; // a login, or too large
  try {
    const others = Object.entries(sessionStorage).filter(([key]) => key !== COPY_KEY + name);
    const total = others.reduce((sum, [, value]) => sum + value.length, html.length);
    if (total <= MAX_TOTAL_LENGTH) sessionStorage.setItem(COPY_KEY + name, html);
  } catch {
    // storage is blocked or full: there is no copy
  }
}
