// Browser storage is shared by all courses on a host, so every key names the course's folder and its id. Storage may
// be blocked, full or damaged; then nothing is read or written.

const { course = "" } = document.documentElement.dataset;

/** The folder of the page: the same for `/` and `/index.html`. The script in the page's head computes it, too. */
export const COURSE_FOLDER = location.pathname.replace(/[^/]*$/, "");

/** Moodle puts the number of a file's upload into its path: progress must survive a new upload. */
const MOODLE_UPLOAD = /(\/\w*pluginfile\.php\/.*?\/content\/)\d+\//;

export const STORAGE_KEY = `course ${COURSE_FOLDER.replace(MOODLE_UPLOAD, "$1")} ${course}`;

/** The key before it contained the folder. */
export const LEGACY_STORAGE_KEY = `course ${course}`;

/** Read the value stored under a key. @param {string} key @returns {any} null if there is none or it is no JSON */
export function readStored(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Store a value under a key. @param {string} key @param {any} value @returns {boolean} whether it was stored */
export function writeStored(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Replace an old key by a new one with a new value; if that fails, the old one stays as it is.
 *  @param {string} from @param {string} to @param {any} value */
export function moveStored(from, to, value) {
  try {
    const before = localStorage.getItem(from) ?? "";
    localStorage.setItem(from, before); // throws if storage is not writable, before anything is removed
    localStorage.removeItem(from); // first, since there may be room for one only
    if (!writeStored(to, value)) localStorage.setItem(from, before);
  } catch {
    // storage is blocked: leave it unchanged
  }
}

/** @param {string} key */
export function removeStored(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // storage is blocked: nothing was stored
  }
}
