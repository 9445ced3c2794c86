// @ts-check
// What a page keeps in the browser is kept per host, where other courses may stand: every name says which folder the
// course is in, and which course it is. Storage may be blocked, full or damaged; then nothing is read or kept.

const { course = "" } = document.documentElement.dataset;

/** The folder that the page stands in: the same for `/` and `/index.html`. The template's head names it so, too. */
export const FOLDER = location.pathname.replace(/[^/]*$/, "");

/** Moodle counts the uploads of a file in its path: what a student has done outlives a new upload. */
const UPLOAD = /(\/\w*pluginfile\.php\/.*?\/content\/)\d+\//;

export const KEPT_AS = `course ${FOLDER.replace(UPLOAD, "$1")} ${course}`;

/** The name before it had the folder. */
export const ONCE_KEPT_AS = `course ${course}`;

/** A value that was read, if it has names and values. @param {any} value @returns {Record<string, any>} */
export function plain(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** Read what is kept under a name. @param {string} name @returns {any} null where there is nothing that can be read */
export function readKept(name) {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** Keep a value under a name. @param {string} name @param {any} value @returns {boolean} whether it is kept now */
export function keepAs(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Put a value under a new name in place of an old one, or leave the old one as it is.
 *  @param {string} from @param {string} to @param {any} value */
export function moveKept(from, to, value) {
  try {
    const before = localStorage.getItem(from) ?? "";
    localStorage.setItem(from, before); // throws where nothing can be written, before anything is taken away
    localStorage.removeItem(from); // first, since there may be room for one only
    if (!keepAs(to, value)) localStorage.setItem(from, before);
  } catch {
    // blocked: what is there stays
  }
}

/** @param {string} name */
export function dropKept(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // nothing was kept
  }
}
