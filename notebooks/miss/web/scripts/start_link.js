// The link on the home page that starts the course, or leads on to the place where something was changed last.
import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { HOME, pagePermalink } from "./permalink.js";
import { progressStore } from "./progress_store.js";

/** Where an element stands, and its open record, for the progress store; nothing on the home page, which is no place to
 *  go on from. @param {import("../../widgets/lesson.js").LessonElement} element
 *  @returns {{ place?: import("./progress_migrations.js").Place }} */
export function placeOf({ dataset, permalinkValue }) {
  const { name: page } = pagePermalink();
  return page === HOME ? {} : { place: { page, key: dataset.key ?? "", record: permalinkValue } };
}

/** What it says to a new student. @type {{ href: string, label: string, time: string } | undefined} */
let atStart;

/** Show where to go on. */
export function renderStartLink() {
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector(".begin a");
  if (!link) return;
  /** @type {HTMLElement} */
  const note = find(document, ".opening .minutes");
  atStart ??= { href: link.href, label: link.textContent ?? "", time: note.textContent ?? "" };
  const words = JSON.parse(link.dataset.words ?? "{}");
  const { place } = progressStore;
  const known = place && JSON.parse(link.dataset.places ?? "{}")[`${place.page}#${place.key}`];
  const record = new Map(Object.entries(known?.records ?? {})).get(place?.record ?? "");
  link.href = known?.url ?? atStart.href;
  link.textContent = known ? fill(words.continue, { place: record ?? known.title }) : atStart.label;
  note.textContent = known ? fill(words.place, known) : atStart.time;
}
