// The address of the course, and its QR code, on the slides that show how to open it.

import { COURSE_URL, HOME } from "../web/scripts/permalink.js";
import { isLocalOnly } from "../web/scripts/qr_code.js";
import { fill } from "../widgets/fill.js";
import { find, findAll } from "../widgets/find.js";

/** Whether the phones of a class can open the course. */
export const canJoin = () => !isLocalOnly(COURSE_URL);

/** Fill in the address, or remove what shows it, if nobody else could open it. @param {Element} slide */
export function fillAddress(slide) {
  for (const address of findAll(slide, ".address")) {
    if (!canJoin()) {
      address.remove();
      continue;
    }
    find(address, ".url").textContent = COURSE_URL.replace(/^https?:\/\//, "").replace(/\/$/, "");
    showCode(find(address, "img"));
  }
}

/** @param {HTMLImageElement} image */
function showCode(image) {
  if (document.documentElement.dataset.codes === undefined) return image.remove();
  image.alt = fill(DATA.codeAlt, { address: COURSE_URL });
  image.onerror = () => image.remove(); // the address below it is enough
  image.src = `codes/${HOME}.svg?link=${encodeURIComponent(COURSE_URL)}`; // a static site ignores the query
}
