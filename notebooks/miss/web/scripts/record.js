// @ts-check
// The one record of what was done, kept on this device only. Storage may be blocked, full or damaged:
// then the record lasts as long as the page, and nothing else changes.

import { KEPT_AS, ONCE_KEPT_AS, dropKept, keepAs, moveKept, readKept } from "./kept.js";
import { VERSION, isNewer, joined, upgraded } from "./versions.js";
/** @typedef {import("./versions.js").Kept} Kept */

/** Where a page of some version puts what is done on it while a newer page's record is there. */
const beside = (version) => `${KEPT_AS} ${version}`;
const BESIDE = Array.from({ length: VERSION + 1 }, (_, version) => beside(version));
const NAMES = [KEPT_AS, ONCE_KEPT_AS, ...BESIDE];

/** @returns {Kept} */
function read() {
  const stored = readKept(KEPT_AS);
  if (isNewer(stored)) return joined(upgraded(readKept(beside(VERSION))), upgraded(stored));
  return BESIDE.reduce(takeIn, takeInOnce(stored));
}

/** Move what is kept under another name into the record. It was written after this page last looked: it counts first.
 *  @param {Kept} kept @param {string} name @returns {Kept} */
function takeIn(kept, name) {
  const found = readKept(name);
  if (!found) return kept;
  const whole = { ...joined(upgraded(found), kept), ...(name === ONCE_KEPT_AS && { moved: true }) };
  moveKept(name, KEPT_AS, whole);
  return whole;
}

/**
 * The name without the folder was every course's of that name: the first one to come takes the record. It alone takes
 * what a page from before that, in a tab or in a kept copy, still writes there.
 * @param {any} stored @returns {Kept}
 */
function takeInOnce(stored) {
  const kept = upgraded(stored);
  return stored && !kept.moved ? kept : takeIn(kept, ONCE_KEPT_AS);
}

/** @param {Kept} kept @param {Partial<Kept>} part @returns {Kept} */
function added(kept, part) {
  return { ...kept, ...part, states: { ...kept.states, ...part.states }, done: { ...kept.done, ...part.done } };
}

/** Kept in memory too, for where storage is blocked. @type {Kept} */
let kept = read();

export const record = {
  get states() {
    return kept.states;
  },

  get done() {
    return kept.done;
  },

  /** Add to what is kept: what another tab has kept in the meantime stays, and so does a newer page's record.
   *  @param {{ states?: Kept["states"], done?: Kept["done"] }} part */
  keep(part) {
    const own = beside(VERSION);
    kept = added(added(kept, read()), part);
    if (isNewer(readKept(KEPT_AS))) keepAs(own, added(upgraded(readKept(own)), part));
    else keepAs(KEPT_AS, kept);
  },

  forget() {
    kept = upgraded(null);
    for (const name of [KEPT_AS, ...BESIDE]) dropKept(name);
  },

  /** Take over what another tab keeps, each time that it does. @param {() => void} work what to do then */
  follow(work) {
    addEventListener("storage", ({ key }) => {
      if (key !== null && !NAMES.includes(key)) return; // another course's
      kept = read();
      work();
    });
  },
};
