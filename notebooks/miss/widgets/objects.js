/** The value if it is a plain object, else an empty one. @param {unknown} value @returns {Record<string, any>} */
export function asObject(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** The value if it is a whole number, kept within limits; else the fallback.
 *  @param {unknown} value @param {number} min @param {number} max @param {number} fallback */
export function wholeNumber(value, min, max, fallback) {
  return Number.isInteger(value) ? Math.min(Math.max(Number(value), min), max) : fallback;
}
