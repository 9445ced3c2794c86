// @ts-check
import { button, made, word } from "./dom.js";
import { openRoom } from "./room.js";
import { talk } from "./talk.js";

/** The note that belongs to a slide. @param {any} slide @returns {any} */
export function noteOf(slide) {
  return GIVEN.notes.find((note) => note.kind === slide?.kind && note.id === slide?.id);
}

/** Trainer's view: every note at its place on this page, the key where the questions are, and the way to present. */
export function showNotes() {
  for (const note of GIVEN.notes) {
    const elsewhere = note.page && !location.pathname.endsWith(`/${note.page}.html`);
    const place = elsewhere ? null : document.querySelector(note.place);
    const aside = made("aside", "trainer-note", note.html);
    aside.dataset.about = note.id;
    if (note.kind === "section") place?.after(aside);
    else place?.append(aside);
  }
  if (document.querySelector("knowledge-check")) showKey();
  document.querySelector("main.course")?.prepend(bar());
}

function showKey() {
  const key = made("aside", "trainer-note", GIVEN.key);
  for (const ask of key.querySelectorAll("button")) ask.addEventListener("click", () => openRoom(ask.value));
  document.querySelector("main.course")?.append(key);
}

function bar() {
  const bar = made("section", "trainer-bar");
  bar.setAttribute("aria-label", word("view"));
  bar.append(lengths(), button(word("present"), () => presentFrom(0), "on"), button(word("present_here"), presentHere));
  bar.append(button(word("notes_window"), () => open("index.html?view=notes", "_blank")));
  return bar;
}

/** How long the session is. */
function lengths() {
  const label = made("label", "", `<span></span> <select></select>`);
  const select = /** @type {HTMLSelectElement} */ (label.querySelector("select"));
  /** @type {HTMLElement} */ (label.firstElementChild).textContent = word("session");
  select.append(...Object.keys(GIVEN.decks).map((minutes) => new Option(word("minutes", { minutes }), minutes)));
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

/** From the first slide of this page, or from the beginning where it has none. */
export function presentHere() {
  presentFrom(Math.max(0, talk.slides.findIndex((slide) => location.pathname.endsWith(`/${slide.page}.html`))));
}
