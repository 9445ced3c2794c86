// @ts-check

/** The value if it is a plain object, else an empty one. @param {any} value @returns {Record<string, any>} */
export function asObject(value) {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}
