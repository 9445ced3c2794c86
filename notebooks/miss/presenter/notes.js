// @ts-check
import { button, made, word } from "./dom.js";
import { openRoom } from "./room.js";
import { talk } from "./talk.js";

/** The trainer's note on a slide's subject. @param {any} slide @returns {any} */
export function noteOf(slide) {
  return DATA.notes.find((note) => note.kind === slide?.kind && note.id === slide?.id);
}

/** The trainer's view: notes next to their subjects, the answer key, and a bar with the controls of the slideshow. */
export function showNotes() {
  for (const note of DATA.notes) {
    const onOtherPage = note.page && !location.pathname.endsWith(`/${note.page}.html`);
    const target = onOtherPage ? null : document.querySelector(note.selector);
    const aside = made("aside", "trainer-note", note.html);
    aside.dataset.about = note.id;
    if (note.kind === "section") target?.after(aside);
    else target?.append(aside);
  }
  if (document.querySelector("knowledge-check")) showAnswerKey();
  document.querySelector("main.course")?.prepend(createTrainerBar());
}

function showAnswerKey() {
  const key = made("aside", "trainer-note", DATA.key);
  for (const pollButton of key.querySelectorAll("button")) {
    pollButton.addEventListener("click", () => openRoom(pollButton.value));
  }
  document.querySelector("main.course")?.append(key);
}

function createTrainerBar() {
  const bar = made("section", "trainer-bar");
  bar.setAttribute("aria-label", word("view"));
  bar.append(createLengthSelect());
  bar.append(button(word("present"), () => presentFrom(0), "on"));
  bar.append(button(word("present_here"), presentHere));
  bar.append(button(word("notes_window"), () => open("index.html?view=notes", "_blank")));
  return bar;
}

/** The selection of the session's length. */
function createLengthSelect() {
  const label = made("label", "", `<span></span> <select></select>`);
  const select = /** @type {HTMLSelectElement} */ (label.querySelector("select"));
  /** @type {HTMLElement} */ (label.firstElementChild).textContent = word("session");
  select.append(...Object.keys(DATA.decks).map((minutes) => new Option(word("minutes", { minutes }), minutes)));
  select.value = String(talk.now.minutes);
  select.addEventListener("change", () => talk.change({ minutes: Number(select.value), at: 0, started: 0 }));
  return label;
}

/** @param {number} at */
function presentFrom(at) {
  talk.begin();
  talk.go(at);
  location.href = `${talk.slide.page}.html?view=present`;
}

/** Present from this page's first slide, or from the first slide of the deck if the page has none. */
export function presentHere() {
  presentFrom(Math.max(0, talk.slides.findIndex((slide) => location.pathname.endsWith(`/${slide.page}.html`))));
}
