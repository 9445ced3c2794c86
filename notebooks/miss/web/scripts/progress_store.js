// The progress store: what was done in the course, on this device only. If storage is blocked, full or damaged, progress
// lasts as long as the page.

import { PROGRESS_VERSION, isNewerVersion, mergeProgress, normalizeProgress } from "./progress_migrations.js";
import { mergeParts } from "./progress_parts.js";
import { LEGACY_STORAGE_KEY, STORAGE_KEY, moveStored, readStored, removeStored, writeStored } from "./storage.js";

/** @typedef {import("./progress_migrations.js").Progress} Progress */

/** The key under which a page of some version stores progress while the main key has that of a newer version.
 *  @param {number} version */
const versionKey = (version) => `${STORAGE_KEY} ${version}`;
const VERSION_KEYS = Array.from({ length: PROGRESS_VERSION + 1 }, (_, version) => versionKey(version));
const PROGRESS_KEYS = [STORAGE_KEY, LEGACY_STORAGE_KEY, ...VERSION_KEYS];

/** @returns {Progress} */
function readProgress() {
  const stored = readStored(STORAGE_KEY);
  if (isNewerVersion(stored)) {
    const own = readStored(versionKey(PROGRESS_VERSION));
    return mergeProgress(normalizeProgress(own), normalizeProgress(stored));
  }
  return VERSION_KEYS.reduce(absorbKey, absorbLegacyKey(stored));
}

/** Merge the progress under another key into the store, and remove that key. It is more recent, so it takes precedence.
 *  @param {Progress} progress @param {string} key @returns {Progress} */
function absorbKey(progress, key) {
  const other = readStored(key);
  if (!other) return progress;
  const merged = mergeProgress(normalizeProgress(other), progress);
  if (key === LEGACY_STORAGE_KEY) merged.moved = true;
  moveStored(key, STORAGE_KEY, merged);
  return merged;
}

/**
 * The key without the folder was shared by all copies of a course: the first copy to be opened takes the progress, and
 * only that one later takes what a page of that version (in an open tab or an offline copy) still writes there.
 * @param {any} stored @returns {Progress}
 */
function absorbLegacyKey(stored) {
  const progress = normalizeProgress(stored);
  return stored && !progress.moved ? progress : absorbKey(progress, LEGACY_STORAGE_KEY);
}

/** @param {Progress} progress @param {Partial<Progress>} part @returns {Progress} */
function withPart(progress, part) {
  return {
    ...progress,
    ...part,
    states: { ...progress.states, ...part.states },
    parts: mergeParts(part.parts ?? {}, progress.parts),
  };
}

/** A copy in memory, for when storage is blocked. @type {Progress} */
let progressInMemory = readProgress();

export const progressStore = {
  get states() {
    return progressInMemory.states;
  },

  get parts() {
    return progressInMemory.parts;
  },

  /** All of it. */
  get all() {
    return progressInMemory;
  },

  /** Where something was changed last, if it was. */
  get place() {
    return progressInMemory.place;
  },

  /** Update the given parts; what other tabs have stored in the meantime is preserved, and so is a newer version's
   *  progress. @param {{ states?: Progress["states"], parts?: Progress["parts"], place?: Progress["place"] }} part */
  update(part) {
    const ownKey = versionKey(PROGRESS_VERSION);
    progressInMemory = withPart(withPart(progressInMemory, readProgress()), part);
    if (isNewerVersion(readStored(STORAGE_KEY))) {
      const own = normalizeProgress(readStored(ownKey));
      writeStored(ownKey, withPart(own, part));
    } else {
      writeStored(STORAGE_KEY, progressInMemory);
    }
  },

  /** Add progress of another device: what was done here stays done, and the place to go on is the other one's.
   *  @param {Progress} other */
  add(other) {
    const { states, parts } = mergeProgress(readProgress(), other);
    this.update({ states, parts, ...(other.place && { place: other.place }) });
  },

  clear() {
    progressInMemory = normalizeProgress(null);
    for (const key of [STORAGE_KEY, ...VERSION_KEYS]) removeStored(key);
  },

  /** Call back each time that another page has changed the stored progress: in another tab, or in this one, before the
   *  browser went back to this page as it was left. @param {() => void} callback */
  subscribe(callback) {
    const reread = () => {
      progressInMemory = readProgress();
      callback();
    };
    addEventListener("storage", ({ key }) => {
      if (key === null || PROGRESS_KEYS.includes(key)) reread(); // others are another course's
    });
    addEventListener("pageshow", ({ persisted }) => persisted && reread());
  },
};
