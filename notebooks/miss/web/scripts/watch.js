// @ts-check
// Only while somebody edits the words (`miss serve --watch`): hear that they have changed, and show them at the same
// place, or what is to be mended in place of the page. The page as it was stays one click away.

const PLACE = `course ${location.pathname} place`;
const main = /** @type {HTMLElement} */ (document.querySelector("main.course"));
const broken = /** @type {HTMLElement} */ (document.querySelector("section.broken"));
const button = /** @type {HTMLButtonElement} */ (broken.querySelector("button"));

/** @returns {any[]} */
const lessons = () => [...main.querySelectorAll(".lesson")];
const folds = () => [...main.querySelectorAll("details")];

/** Which named part of the page stands at the upper edge of the window, and how far from it: words above may grow. */
function placeNow() {
  const parts = [...main.querySelectorAll("[id], [data-id]")].filter((part) => part.getClientRects().length);
  const part = /** @type {HTMLElement | undefined} */ (parts.findLast((one) => one.getBoundingClientRect().top < 100));
  if (!part) return null;
  const selector = part.id ? `#${CSS.escape(part.id)}` : `[data-id="${CSS.escape(part.dataset.id ?? "")}"]`;
  return { selector, nth: [...main.querySelectorAll(selector)].indexOf(part), top: part.getBoundingClientRect().top };
}

/** @param {ReturnType<typeof placeNow>} place */
function goTo(place) {
  const part = place && main.querySelectorAll(place.selector)[place.nth];
  if (part) scrollBy({ top: part.getBoundingClientRect().top - place.top, behavior: "instant" });
}

/** Load the page again; what is done on it, what is unfolded and how far it is read go with it. */
function reload() {
  const states = Object.fromEntries(lessons().map((element) => [element.dataset.key, element.state]));
  const open = folds().map((fold) => fold.open);
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ states, open, place: main.hidden ? read : placeNow() }));
  } catch {
    // blocked: the page comes back at its top
  }
  location.reload();
}

/** What the page left for itself before it was loaded again. */
function left() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    sessionStorage.removeItem(PLACE);
    return kept;
  } catch {
    return null; // blocked
  }
}

/** Be where the page was before it was loaded again. */
function comeBack() {
  const kept = left();
  if (!kept) return;
  for (const element of lessons()) if (kept.states[element.dataset.key]) element.state = kept.states[element.dataset.key];
  folds().forEach((fold, index) => (fold.open = kept.open[index] ?? fold.open));
  history.scrollRestoration = "manual"; // the browser would go to the same number of pixels instead
  goTo(kept.place);
  requestAnimationFrame(() => goTo(kept.place)); // what comes into sight only now may have another height
}

/** Where the page was read before something else stood in its place. */
let read = placeNow();

/** @param {boolean} page whether the page is shown, or what is to be mended */
function showPage(page) {
  if (!main.hidden) read = placeNow();
  main.hidden = !page;
  broken.toggleAttribute("data-folded", page);
  button.textContent = (page ? button.dataset.problems : button.dataset.page) ?? "";
  if (page) goTo(read);
  else scrollTo({ top: 0, behavior: "instant" });
}

/** @param {string[]} problems */
function showProblems(problems) {
  const items = problems.map((problem) => Object.assign(document.createElement("li"), { textContent: problem }));
  broken.querySelector("ul")?.replaceChildren(...items);
  broken.hidden = false;
  showPage(false);
}

button.addEventListener("click", () => showPage(main.hidden));
comeBack();
const changes = new EventSource(document.documentElement.dataset.live ?? "");
changes.addEventListener("message", ({ data }) => {
  const { problems } = JSON.parse(data);
  if (problems.length) showProblems(problems);
  else reload();
});
