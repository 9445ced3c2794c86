// A seeded shuffle that gives the same round in Python (shuffle.py) and here; tests/browser/test_widgets.py checks that
// both give the same result.

/** Return a generator of pseudorandom numbers in [0, 1) (mulberry32, Tommy Ettinger, public domain).
 *  @param {number} seed */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Return a shuffled copy (Fisher-Yates, from the end).
 *  @template Item @param {Item[]} items @param {number} seed */
export function shuffled(items, seed) {
  const random = mulberry32(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = /** @type {Item} */ (result[last]);
    result[last] = /** @type {Item} */ (result[other]);
    result[other] = moved;
  }
  return result;
}

/** A seed made of an id. @param {string} id */
export function seedOf(id) {
  return [...id].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0, 0);
}
