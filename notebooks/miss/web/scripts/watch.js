// Live reload for `miss serve --watch`: when the course has changed, reload the page at the same scroll position, or
// show the problems in place of the page. A button switches between the problems and the last valid page.

const RELOAD_KEY = `course ${location.pathname} place`;
const main = /** @type {HTMLElement} */ (document.querySelector("main.course"));
const problemsPanel = /** @type {HTMLElement} */ (document.querySelector("section.broken"));
const toggleButton = /** @type {HTMLButtonElement} */ (problemsPanel.querySelector("button"));

/** @type {NodeListOf<import("../../widgets/lesson.js").LessonElement>} */
const lessonElements = main.querySelectorAll(".lesson");
/** @param {HTMLElement} element */
const keyOf = (element) => element.dataset.key ?? "";
const detailsElements = () => [...main.querySelectorAll("details")];

/** The last element with an id above the top of the window, and its offset: the text above it may change in length. */
function scrollPosition() {
  const elements = [...main.querySelectorAll("[id], [data-id]")].filter((each) => each.getClientRects().length);
  const anchor = /** @type {HTMLElement | undefined} */ (
    elements.findLast((each) => each.getBoundingClientRect().top < 100)
  );
  if (!anchor) return null;
  const selector = anchor.id ? `#${CSS.escape(anchor.id)}` : `[data-id="${CSS.escape(anchor.dataset.id ?? "")}"]`;
  const nth = [...main.querySelectorAll(selector)].indexOf(anchor);
  return { selector, nth, top: anchor.getBoundingClientRect().top };
}

/** @param {ReturnType<typeof scrollPosition>} position */
function scrollToPosition(position) {
  const anchor = position && main.querySelectorAll(position.selector)[position.nth];
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - position.top, behavior: "instant" });
}

/** Reload the page, preserving the elements' states, open details and the scroll position. */
function reload() {
  const states = Object.fromEntries([...lessonElements].map((element) => [keyOf(element), element.state]));
  const open = detailsElements().map((details) => details.open);
  try {
    const position = main.hidden ? lastPosition : scrollPosition();
    sessionStorage.setItem(RELOAD_KEY, JSON.stringify({ states, open, place: position }));
  } catch {
    // storage is blocked: the page reloads at its top
  }
  location.reload();
}

/** Take what the page stored before the reload. */
function takeStored() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(RELOAD_KEY) ?? "null");
    sessionStorage.removeItem(RELOAD_KEY);
    return stored;
  } catch {
    return null; // storage is blocked
  }
}

/** Restore the page as it was before the reload. */
function restore() {
  const stored = takeStored();
  if (!stored) return;
  const { states, open, place: position } = stored;
  for (const element of lessonElements) if (states[keyOf(element)]) element.state = states[keyOf(element)];
  detailsElements().forEach((details, index) => {
    details.open = open[index] ?? details.open;
  });
  history.scrollRestoration = "manual"; // the browser would restore the same number of pixels
  scrollToPosition(position);
  requestAnimationFrame(() => scrollToPosition(position)); // what is rendered only now may have another height
}

/** The scroll position of the page before the problems replaced it. */
let lastPosition = scrollPosition();

/** @param {boolean} visible whether the page is shown, or the problems */
function showPage(visible) {
  if (!main.hidden) lastPosition = scrollPosition();
  main.hidden = !visible;
  problemsPanel.toggleAttribute("data-folded", visible);
  toggleButton.textContent = (visible ? toggleButton.dataset.problems : toggleButton.dataset.page) ?? "";
  if (visible) scrollToPosition(lastPosition);
  else scrollTo({ top: 0, behavior: "instant" });
}

/** @param {string[]} problems */
function showProblems(problems) {
  const items = problems.map((problem) => Object.assign(document.createElement("li"), { textContent: problem }));
  problemsPanel.querySelector("ul")?.replaceChildren(...items);
  problemsPanel.hidden = false;
  showPage(false);
}

toggleButton.addEventListener("click", () => showPage(Boolean(main.hidden)));
restore();
const changes = new EventSource(document.documentElement.dataset.live ?? "");
changes.addEventListener("message", ({ data }) => {
  const { problems } = JSON.parse(data);
  if (problems.length) showProblems(problems);
  else reload();
});
