// @ts-check
// The progress store: what was done in the course, on this device only. If storage is blocked, full or damaged, progress
// lasts as long as the page.

import { KEPT_AS, ONCE_KEPT_AS, dropKept, keepAs, moveKept, readKept } from "./kept.js";
import { VERSION, isNewer, joined, upgraded } from "./versions.js";
/** @typedef {import("./versions.js").Kept} Progress */

/** The key under which a page of some version stores progress while the main key has that of a newer version. */
const versionKey = (version) => `${KEPT_AS} ${version}`;
const VERSION_KEYS = Array.from({ length: VERSION + 1 }, (_, version) => versionKey(version));
const PROGRESS_KEYS = [KEPT_AS, ONCE_KEPT_AS, ...VERSION_KEYS];

/** @returns {Progress} */
function readProgress() {
  const stored = readKept(KEPT_AS);
  if (isNewer(stored)) {
    const own = readKept(versionKey(VERSION));
    return joined(upgraded(own), upgraded(stored));
  }
  return VERSION_KEYS.reduce(absorbKey, absorbLegacyKey(stored));
}

/** Merge the progress under another key into the store, and remove that key. It is more recent, so it takes precedence.
 *  @param {Progress} progress @param {string} key @returns {Progress} */
function absorbKey(progress, key) {
  const other = readKept(key);
  if (!other) return progress;
  const merged = joined(upgraded(other), progress);
  if (key === ONCE_KEPT_AS) merged.moved = true;
  moveKept(key, KEPT_AS, merged);
  return merged;
}

/**
 * The key without the folder was shared by all copies of a course: the first copy to be opened takes the progress, and
 * only that one later takes what a page of that version (in an open tab or an offline copy) still writes there.
 * @param {any} stored @returns {Progress}
 */
function absorbLegacyKey(stored) {
  const progress = upgraded(stored);
  return stored && !progress.moved ? progress : absorbKey(progress, ONCE_KEPT_AS);
}

/** @param {Progress} progress @param {Partial<Progress>} part @returns {Progress} */
function withPart(progress, part) {
  return {
    ...progress,
    ...part,
    states: { ...progress.states, ...part.states },
    done: { ...progress.done, ...part.done },
  };
}

/** A copy in memory, for when storage is blocked. @type {Progress} */
let progressInMemory = readProgress();

export const record = {
  get states() {
    return progressInMemory.states;
  },

  get done() {
    return progressInMemory.done;
  },

  /** Update the given parts; what other tabs have stored in the meantime is preserved, and so is a newer version's
   *  progress. @param {{ states?: Progress["states"], done?: Progress["done"] }} part */
  keep(part) {
    const ownKey = versionKey(VERSION);
    progressInMemory = withPart(withPart(progressInMemory, readProgress()), part);
    if (isNewer(readKept(KEPT_AS))) {
      const own = upgraded(readKept(ownKey));
      keepAs(ownKey, withPart(own, part));
    } else {
      keepAs(KEPT_AS, progressInMemory);
    }
  },

  forget() {
    progressInMemory = upgraded(null);
    for (const key of [KEPT_AS, ...VERSION_KEYS]) dropKept(key);
  },

  /** Call back each time that another tab has changed the stored progress. @param {() => void} callback */
  follow(callback) {
    addEventListener("storage", ({ key }) => {
      if (key !== null && !PROGRESS_KEYS.includes(key)) return; // another course's key
      progressInMemory = readProgress();
      callback();
    });
  },
};
