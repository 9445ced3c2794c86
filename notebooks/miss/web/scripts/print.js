import { descriptionsOf } from "../../widgets/figure.js";
import { find, findAll, idOf } from "../../widgets/find.js";
import { showState } from "../../widgets/scene.js";

const PRINT_START_MS = 500; // within which a browser that prints fires `beforeprint`

/**
 * A printed figure cannot be switched, so insert a copy for each of its states, next to the matching entry if any.
 * @param {import("../../widgets/figure.js").FigureView} figure
 */
function expandFigure(figure) {
  /** @type {SVGElement} */
  const svg = find(figure, "svg.figure");
  for (const description of descriptionsOf(figure).reverse()) {
    const copy = document.createElement("figure");
    copy.className = "for-paper";
    const tags = findAll(figure, ".tag").filter((tag) => idOf(tag) === idOf(description));
    const lens = figure.picture?.lensOf(idOf(description)) ?? "";
    copy.append(svg.cloneNode(true), lens, ...tags.map((tag) => tag.cloneNode(true)), description.cloneNode(true));
    for (const drawing of copy.querySelectorAll(/** @type {"svg"} */ ("svg.figure"))) {
      showState(drawing, idOf(description));
    }
    find(copy, "svg").setAttribute("aria-label", description.dataset.title ?? "");
    const own = [description, figure].map((each) => `.entry[data-id="${idOf(each)}"] > h3`).join();
    (figure.closest(".lesson")?.querySelector(own) ?? figure).after(copy);
  }
  figure.classList.add("drawn-elsewhere");
  descriptionsOf(figure)[0]?.parentElement?.classList.add("drawn-elsewhere");
}

function collapseFigures() {
  for (const copy of document.querySelectorAll("figure.for-paper")) copy.remove();
  for (const figure of document.querySelectorAll(".drawn-elsewhere")) figure.classList.remove("drawn-elsewhere");
}

/** Adapt the page when it is printed, and restore it afterwards. */
export function initPrinting() {
  addEventListener("beforeprint", () => {
    collapseFigures(); // some browsers fire `beforeprint` twice
    /** @type {import("../../widgets/figure.js").FigureView[]} */
    const figures = findAll(document, "figure-view");
    for (const figure of figures) expandFigure(figure);
  });
  addEventListener("afterprint", collapseFigures);
}

/** Set up the page's print button. */
export function initPrintButton() {
  document.querySelector("footer button.print")?.addEventListener("click", () => printPage());
}

/** Print, or show a message if the surrounding frame forbids it: browsers then ignore the call silently. */
function printPage() {
  let printed = false;
  const recordPrinting = () => {
    printed = true;
  };
  addEventListener("beforeprint", recordPrinting, { once: true });
  print();
  const message = find(document, "footer .no-print");
  const update = () =>
    message.replaceChildren(...(printed ? [] : [message.dataset.words ?? "", " ", createPageLink()]));
  if (window.parent !== window) setTimeout(update, PRINT_START_MS);
}

/** A link to this page whose text is its URL, to be copied where the frame forbids opening links, too. */
function createPageLink() {
  const { href } = location;
  return Object.assign(document.createElement("a"), { href, textContent: href, target: "_blank", rel: "noopener" });
}
