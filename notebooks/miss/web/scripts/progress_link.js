// Progress as text for a link: JSON, compressed, in base64url. It carries what was done, not how this device looks.

import { normalizeProgress } from "./progress_migrations.js";

/** @typedef {import("./progress_migrations.js").Progress} Progress */

export const LINK_PARAMETER = "progress";
const MAX_BYTES = 1_000_000; // of the JSON; a link from elsewhere must not fill the memory
const FORMAT = "deflate-raw";

/** @param {Progress} progress @returns {Promise<string>} */
export async function packProgress({ version, states, parts, place }) {
  const done = Object.fromEntries(Object.entries(states).filter(([, state]) => typeof state === "object"));
  const json = new Blob([JSON.stringify({ version, states: done, parts, place })]);
  const bytes = await new Response(json.stream().pipeThrough(new CompressionStream(FORMAT))).arrayBuffer();
  return toBase64Url(new Uint8Array(bytes));
}

/** Return the progress that a link carries, or a text that was copied from one; null if it carries none.
 *  @param {string} text @returns {Promise<Progress | null>} */
export async function unpackProgress(text) {
  try {
    const packed = text.slice(text.lastIndexOf("=") + 1).trim();
    const stream = new Blob([fromBase64Url(packed)]).stream().pipeThrough(new DecompressionStream(FORMAT));
    const progress = JSON.parse(await readText(stream));
    return progress && typeof progress === "object" ? normalizeProgress(progress) : null;
  } catch {
    return null; // it is cut off, or something else
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @returns {Promise<string>} @throws {RangeError} it is too long */
async function readText(stream) {
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    length += value.length;
    if (length > MAX_BYTES) throw new RangeError("too long");
    chunks.push(value);
  }
  return new Blob(chunks).text();
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text @throws {DOMException} it is not base64url */
function fromBase64Url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
