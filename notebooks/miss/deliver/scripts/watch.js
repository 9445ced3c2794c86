// @ts-check
// Only while somebody edits the words (`miss serve --watch`): hear that they have changed, and show them at the same
// place, or what is to be mended in place of the page. The page as it was stays one click away.

const PLACE = "course place";
const main = /** @type {HTMLElement} */ (document.querySelector("main.course"));
const broken = /** @type {HTMLElement} */ (document.querySelector("section.broken"));
const button = /** @type {HTMLButtonElement} */ (broken.querySelector("button"));

/** @returns {any[]} */
const lessons = () => [...main.querySelectorAll(".lesson")];
const folds = () => [...main.querySelectorAll("details")];

/** Load the page again; what is done on it, what is unfolded and how far it is read go with it. */
function reload() {
  const states = Object.fromEntries(lessons().map((element) => [element.dataset.key, element.state]));
  const open = folds().map((fold) => fold.open);
  sessionStorage.setItem(PLACE, JSON.stringify({ page: location.pathname, states, open, y: main.hidden ? read : scrollY }));
  location.reload();
}

/** Be where the page was before it was loaded again. */
function comeBack() {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "{}");
  sessionStorage.removeItem(PLACE);
  if (kept.page !== location.pathname) return;
  for (const element of lessons()) if (kept.states[element.dataset.key]) element.state = kept.states[element.dataset.key];
  folds().forEach((fold, index) => (fold.open = kept.open[index] ?? fold.open));
  scrollTo({ top: kept.y, behavior: "instant" });
}

/** How far the page was read before something else stood in its place. */
let read = scrollY;

/** @param {boolean} page whether the page is shown, or what is to be mended */
function showPage(page) {
  if (!main.hidden) read = scrollY;
  main.hidden = !page;
  broken.toggleAttribute("data-folded", page);
  button.textContent = (page ? button.dataset.problems : button.dataset.page) ?? "";
  scrollTo({ top: page ? read : 0, behavior: "instant" });
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
