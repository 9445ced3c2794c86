// Show one slide: the elements that it selects and nothing else, in the largest text that fits the window.

import { find, findAll } from "../widgets/find.js";

/** @typedef {import("../widgets/lesson.js").LessonElement} LessonElement */

const MAX_FONT_VH = 4.4;
const MIN_FONT_VH = 2.79; // about 30 px on a projector: smaller text cannot be read from the back row

const courseMain = () => find(document, "main.course");

/** Bring the page into a slide's state and show the elements that it selects. @param {Slide} slide */
export function showSlide(slide) {
  setSlideState(slide);
  for (const attribute of ["data-path", "data-shown"]) {
    for (const element of courseMain().querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
  }
  const shown = slide.show.flatMap((selector) => findAll(courseMain(), selector));
  for (const element of shown) {
    element.dataset.shown = "";
    for (let parent = element.parentElement; parent && parent !== courseMain(); parent = parent.parentElement) {
      parent.dataset.path = "";
    }
  }
  // a closed layer around what is shown, and the objectives below a title
  for (const layer of findAll(courseMain(), "details[data-path], [data-shown] > .layers > .about")) {
    layer.toggleAttribute("open", true);
  }
  courseMain().toggleAttribute(
    "data-pictured",
    shown.some((element) => element.matches(".figure-view")),
  );
  fitText();
}

/** @param {Slide} slide */
function setSlideState(slide) {
  for (const [parameter, id] of new URLSearchParams(slide.query)) {
    /** @type {LessonElement[]} */
    const lessons = findAll(courseMain(), `.lesson[data-parameter="${parameter}"]`);
    for (const lesson of lessons) if (lesson.permalinkValue !== id) lesson.openPermalinkValue(id);
  }
  if (!slide.click) return;
  const [clicked] = findAll(courseMain(), slide.click);
  /** @type {LessonElement | null | undefined} */ (clicked?.closest(".lesson"))?.reset();
  if (clicked?.getAttribute("aria-expanded") === "false") clicked.click();
}

/** Use the largest text size at which the slide fits the window, or the smallest readable one. */
export function fitText() {
  const root = document.documentElement;
  for (let size = MAX_FONT_VH; size >= MIN_FONT_VH; size -= 0.2) {
    root.style.fontSize = `${size}vh`;
    if (courseMain().scrollHeight <= courseMain().clientHeight + 1) break;
  }
  courseMain().scrollTop = 0;
}

/** Scroll within a slide that does not fit; whether there was more of it. @param {1 | -1} direction @returns {boolean} */
export function scrollSlide(direction) {
  const before = courseMain().scrollTop;
  courseMain().scrollBy({ top: direction * courseMain().clientHeight * 0.85, behavior: "instant" });
  return Math.abs(courseMain().scrollTop - before) > 4;
}
