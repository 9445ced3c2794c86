// @ts-check
// One thing at a time on the screen: what a slide names is shown, everything beside it is not, and the letters are as
// large as the window allows.

const LARGEST = 4.4; // percent of the window's height
const SMALLEST = 2.79; // about 30 px on a projector: smaller, and the back row cannot read it

const main = () => /** @type {HTMLElement} */ (document.querySelector("main.course"));

/** Bring the page into a slide's state and show the parts that it names. @param {any} slide */
export function showSlide(slide) {
  bringAbout(slide);
  for (const mark of ["data-path", "data-shown"]) {
    for (const marked of main().querySelectorAll(`[${mark}]`)) marked.removeAttribute(mark);
  }
  const shown = slide.show.flatMap((selector) => [...main().querySelectorAll(selector)]);
  for (const element of shown) {
    element.dataset.shown = "";
    for (let above = element.parentElement; above && above !== main(); above = above.parentElement) above.dataset.path = "";
  }
  main().toggleAttribute("data-pictured", shown.some((element) => element.matches(".figure-view")));
  fit();
}

/** @param {any} slide */
function bringAbout(slide) {
  for (const [name, value] of new URLSearchParams(slide.open)) {
    for (const lesson of main().querySelectorAll(".lesson")) if (lesson.place !== value) lesson.open(value);
  }
  if (!slide.press) return;
  for (const lesson of main().querySelectorAll("risk-cards")) lesson.state = { revealed: [] };
  const press = main().querySelector(slide.press);
  if (press?.getAttribute("aria-expanded") === "false") press.click();
}

/** Make the letters as large as all of it can be, or as small as can still be read. */
export function fit() {
  const root = document.documentElement;
  for (let size = LARGEST; size >= SMALLEST; size -= 0.2) {
    root.style.fontSize = `${size}vh`;
    if (main().scrollHeight <= main().clientHeight + 1) break;
  }
  main().scrollTop = 0;
}

/** Move on within a slide that does not fit; true if there was more of it. @param {1 | -1} way */
export function scrollOn(way) {
  const before = main().scrollTop;
  main().scrollBy({ top: way * main().clientHeight * 0.85, behavior: "instant" });
  return Math.abs(main().scrollTop - before) > 4;
}
