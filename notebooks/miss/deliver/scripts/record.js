// @ts-check
// The one record of what was done, kept on this device only. Storage may be blocked, full or damaged:
// then the record lasts as long as the page, and nothing else changes.

const PLACE = `course ${document.documentElement.dataset.course}`;

/** @typedef {{ states: Record<string, any>, done: Record<string, boolean> }} Kept */

/** @returns {Kept} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return { states: { ...kept.states }, done: { ...kept.done } };
  } catch {
    return { states: {}, done: {} };
  }
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

  /** Add to what is kept: what another tab has kept in the meantime stays. @param {Partial<Kept>} part */
  keep(part) {
    const stored = read();
    kept = {
      states: { ...kept.states, ...stored.states, ...part.states },
      done: { ...kept.done, ...stored.done, ...part.done },
    };
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept));
    } catch {
      // blocked or full: the record lives as long as the page
    }
  },

  forget() {
    kept = { states: {}, done: {} };
    try {
      localStorage.removeItem(PLACE);
    } catch {
      // nothing was kept
    }
  },

  /** Take over what another tab has kept. */
  refresh() {
    kept = read();
  },
};
