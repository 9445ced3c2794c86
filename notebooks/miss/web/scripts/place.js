// @ts-check
// Where the course stands for whoever is to open it, and what links to its places look like from there.

const { page = "", address } = document.documentElement.dataset;
const HOME = "index";

/** The folder of the pages: as a server or a site was told, since it may be open at `localhost` here. */
const COURSE = address ?? new URL("./", location.href).href;

/** The state that has too many names for a file of each. */
const UNCOUNTED = "round";

/**
 * A link, the name that the picture of its QR code has, and whether it is one of too many for a file of each.
 * @typedef {{ link: string, name: string, uncounted?: boolean }} Place
 */

/** The page as such; the home page is the course. @returns {Place} */
export function pagePlace() {
  return { link: COURSE + (page === HOME ? "" : `${page}.html`), name: page };
}

/** A widget's state, if it has a name, else the widget. @param {string} kind @param {any} element @returns {Place} */
export function statePlace(kind, element) {
  const whole = widgetPlace(kind, element);
  if (!element.place) return whole;
  const link = new URL(whole.link);
  link.search = new URLSearchParams({ [kind]: element.place }).toString();
  return { link: link.href, name: `${whole.name}.${element.place}`, uncounted: kind === UNCOUNTED };
}

/** A widget, as it starts. @param {string} kind @param {any} element @returns {Place} */
export function widgetPlace(kind, element) {
  return { link: `${COURSE}${page}.html#${element.dataset.key}`, name: `${page}.${kind}` };
}
