// Permalinks to the course's pages, elements and states, as other devices can open them.

export const HOME = "index";

/** The URL of the pages' folder: the configured public one, since this page may be open at `localhost`. */
export const COURSE_URL = document.documentElement.dataset.address ?? new URL("./", location.href).href;
const currentPage = () => document.documentElement.dataset.page ?? "";

/**
 * A link, the name of its QR code's image, and whether it is one of too many for a file each.
 * @typedef {{ link: string, name: string, uncounted?: boolean }} Permalink
 */

/** The permalink of this page; that of the home page is the course's URL. @returns {Permalink} */
export function pagePermalink() {
  const page = currentPage();
  return { link: COURSE_URL + (page === HOME ? "" : `${page}.html`), name: page };
}

/** The permalink of an element's current state, or of the element if the state has no id.
 *  @param {import("../../widgets/lesson.js").LessonElement} element @returns {Permalink} */
export function statePermalink(element) {
  const base = elementPermalink(element);
  if (!element.permalinkValue) return base;
  const url = new URL(base.link);
  url.search = new URLSearchParams({ [element.dataset.parameter ?? ""]: element.permalinkValue }).toString();
  return { link: url.href, name: `${base.name}.${element.permalinkValue}`, uncounted: element.uncounted };
}

/** The permalink of an element in its initial state. @param {HTMLElement} element @returns {Permalink} */
export function elementPermalink(element) {
  const page = currentPage();
  const { key } = element.dataset;
  return { link: `${COURSE_URL}${page}.html#${key}`, name: `${page}.${key}` };
}
