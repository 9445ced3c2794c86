// @ts-check
import { showState } from "./figure.js";

const PRINTS_WITHIN = 500; // ms in which a browser that prints has begun

/** The sources are folded on a screen, and open on paper. @param {boolean} open */
function foldSources(open) {
  for (const details of document.querySelectorAll(".page-sources details")) details.toggleAttribute("open", open);
}

/**
 * On paper nothing can be switched: each state of a figure is drawn, beside the entry that it shows if there is one.
 * @param {Element} figure a figure-view
 */
function drawStates(figure) {
  const svg = /** @type {SVGElement} */ (figure.querySelector("svg.figure"));
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll(".description"))) {
    const still = document.createElement("figure");
    still.className = "for-paper";
    still.append(svg.cloneNode(true), words.cloneNode(true));
    showState(/** @type {SVGElement} */ (still.firstElementChild), words.dataset.id ?? "");
    const entry = figure.closest(".lesson")?.querySelector(`.entry[data-id="${words.dataset.id}"] > h3`);
    if (entry) entry.after(still);
    else figure.before(still);
  }
  figure.classList.add("drawn-elsewhere");
}

function undrawStates() {
  for (const still of document.querySelectorAll("figure.for-paper")) still.remove();
  for (const figure of document.querySelectorAll(".drawn-elsewhere")) figure.classList.remove("drawn-elsewhere");
}

/** What a page changes for paper, and back for the screen; the button prints it. */
export function preparePaper() {
  foldSources(false);
  addEventListener("beforeprint", () => {
    foldSources(true);
    undrawStates(); // a browser may say twice that it prints
    for (const figure of document.querySelectorAll("figure-view:not(.drag)")) drawStates(figure);
  });
  addEventListener("afterprint", () => {
    foldSources(false);
    undrawStates();
  });
  document.querySelector("footer button.print")?.addEventListener("click", () => printHere());
}

/** Print, or say that the frame around the page does not let it: the browser itself says nothing then. */
function printHere() {
  let printed = false;
  addEventListener("beforeprint", () => (printed = true), { once: true });
  print();
  const line = /** @type {HTMLElement} */ (document.querySelector("footer .no-print"));
  const said = () => line.replaceChildren(...(printed ? [] : [line.dataset.words ?? "", " ", ownTab()]));
  if (window.parent !== window) setTimeout(said, PRINTS_WITHIN);
}

/** A link to this page by its address, which can be copied where the frame lets no link open either. */
function ownTab() {
  const { href } = location;
  return Object.assign(document.createElement("a"), { href, textContent: href, target: "_blank", rel: "noopener" });
}
