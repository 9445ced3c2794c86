// The bar of a section's page. Next leads through the records of the elements of the current moment, then to the next
// moment, and from the last one to the next page; Back is the way back. Both are links, so that each has an address.

import { find, findAll } from "../../widgets/find.js";
import { LessonElement } from "../../widgets/lesson.js";

/** @type {MomentBar | undefined} */
let momentBar;

class MomentBar {
  /** @param {HTMLElement} nav */
  constructor(nav) {
    this.nav = nav;
    /** @type {HTMLAnchorElement} */
    this.back = find(nav, ".back");
    /** @type {HTMLAnchorElement} */
    this.next = find(nav, ".next");
    this.moments = findAll(document, ".moment");
    this.current = /** @type {HTMLElement} */ (this.moments[0]);
    this.back.addEventListener("click", (event) => this.follow(event, "backward"));
    this.next.addEventListener("click", (event) => this.follow(event, "forward"));
    for (const moment of this.moments) {
      moment.addEventListener("focusin", ({ target }) => {
        if (target instanceof Node && !nav.contains(target)) this.standIn(moment, target);
      });
    }
    this.observeMoments();
  }

  /** The current moment is the one in the middle of the window; below the last one, that. */
  observeMoments() {
    const hasBegun = (/** @type {HTMLElement} */ moment) => moment.getBoundingClientRect().top <= innerHeight / 2;
    const showCurrent = () => this.show(this.moments.findLast(hasBegun) ?? this.current);
    const observer = new IntersectionObserver(showCurrent, { root: document, rootMargin: "-50% 0px" });
    for (const moment of this.moments) observer.observe(moment);
  }

  /** The elements of a moment. @param {HTMLElement} moment */
  elementsOf(moment) {
    return findAll(moment, ".lesson").filter((element) => element instanceof LessonElement);
  }

  /** The moment after the current one, or before it; undefined beyond the page. @param {"forward" | "backward"} way */
  neighbor(way) {
    return this.moments[this.moments.indexOf(this.current) + (way === "forward" ? 1 : -1)];
  }

  /** Lead to another record or moment; another page is left to the link.
   *  @param {MouseEvent} event @param {"forward" | "backward"} way */
  follow(event, way) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const elements = this.elementsOf(this.current);
    const moment = this.neighbor(way);
    const moved = (way === "forward" ? elements : elements.reverse()).some((element) => element[way]());
    if (!moved && !moment) return;
    event.preventDefault();
    if (!moved && moment) this.goTo(moment);
    this.standIn(this.current);
  }

  /** Show a moment from its heading on, which gets the focus: Tab and screen readers go on from there.
   *  @param {HTMLElement} moment */
  goTo(moment) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    history.pushState(null, "", `#${moment.dataset.moment}`);
    this.show(moment);
    moment.scrollIntoView({ behavior: still ? "instant" : "smooth" });
    const heading = find(moment, "h2, h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** Stand behind what is used in a moment, so that Tab comes here from its last control: behind an element's act, or at
   *  the end of the moment. @param {HTMLElement} moment @param {Node | null} used what has the focus */
  standIn(moment, used = document.activeElement) {
    if (!this.docked || (used && this.nav.contains(used) && moment.contains(this.nav))) return;
    const act = this.elementsOf(moment)
      .map((element) => element.act)
      .find((each) => each?.contains(used));
    if (act ? act.nextElementSibling === this.nav : moment.lastElementChild === this.nav) return;
    const focused = document.activeElement;
    document.documentElement.classList.remove("first-look"); // whose containment would hold the bar
    if (act) act.after(this.nav);
    else moment.append(this.nav);
    this.show(moment);
    if (focused instanceof HTMLElement && this.nav.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} moment */
  show(moment) {
    this.current = moment;
    this.render();
  }

  render() {
    const elements = this.elementsOf(this.current);
    const next = this.neighbor("forward");
    pointTo(this.back, this.neighbor("backward"));
    pointTo(this.next, next);
    this.next.hidden = !next && !this.next.dataset.page;
    this.next.classList.toggle("on", !elements.some(({ waiting }) => waiting));
    this.nav.toggleAttribute("data-last", !next);
    this.renderPlace(elements.map((element) => element.place).find(Boolean) ?? (next ? "" : this.next.dataset.title));
  }

  /** Show a place; one that is shown already is not written again. @param {string} [place] */
  renderPlace(place = "") {
    const element = find(this.nav, ".place");
    if (element.textContent !== place) element.textContent = place;
  }

  /** Have the bar in place of the elements' own controls that go on and back, while it stays in the window. */
  dockElements() {
    const { display, position } = getComputedStyle(this.nav);
    this.docked = display !== "none" && position === "fixed";
    for (const element of this.moments.flatMap(this.elementsOf)) element.toggleAttribute("data-docked", this.docked);
    if (!this.docked) find(document, "main").after(this.nav);
  }
}

/** Point a link to a moment, or to the page that it has been made for. @param {HTMLAnchorElement} link
 *  @param {HTMLElement} [moment] */
function pointTo(link, moment) {
  link.href = moment ? `#${moment.dataset.moment}` : (link.dataset.page ?? "");
  link.ariaLabel = moment ? null : `${link.textContent.trim()}: ${link.dataset.title}`;
}

/** Set up the bar of this page, if it has one, once its elements have their states. */
export function initMomentBar() {
  const nav = document.querySelector(".moment-bar");
  momentBar = nav instanceof HTMLElement ? new MomentBar(nav) : undefined;
  renderMomentBar();
  dockElements();
}

/** Show where the current moment's elements are. */
export function renderMomentBar() {
  momentBar?.render();
}

/** Adapt the elements to whether the bar is shown and stays. */
export function dockElements() {
  momentBar?.dockElements();
}

addEventListener("resize", dockElements);
