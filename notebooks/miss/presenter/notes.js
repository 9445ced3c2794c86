import { find, findAll } from "../widgets/find.js";
import { createButton, createElement, interfaceText } from "./dom.js";
import { openPoll } from "./poll.js";
import { PAGE, presentation } from "./presentation.js";

/** The trainer's note on a slide's subject. @param {Slide} [slide] */
export function noteForSlide(slide) {
  return DATA.notes.find((note) => note.kind === slide?.kind && note.id === slide?.id);
}

/** The trainer's view: notes next to their subjects, the answer key, and a bar with the controls of the slideshow. */
export function showTrainerNotes() {
  for (const note of DATA.notes) {
    const onOtherPage = note.page && note.page !== PAGE;
    const target = onOtherPage ? null : document.querySelector(note.selector);
    const aside = createElement("aside", "trainer-note", note.html);
    aside.dataset.about = note.id;
    if (note.kind === "section") target?.after(aside);
    else target?.append(aside);
  }
  for (const { selector, html } of DATA.asides) document.querySelector(selector)?.append(createAside(html));
  document.querySelector("main.course")?.prepend(createTrainerBar());
}

/** A note that may have buttons that open a poll. @param {string} html */
function createAside(html) {
  const aside = createElement("aside", "trainer-note", html);
  /** @type {HTMLButtonElement[]} */
  const buttons = findAll(aside, "button.ask-room");
  for (const button of buttons) button.addEventListener("click", () => openPoll(button.value));
  return aside;
}

function createTrainerBar() {
  const bar = createElement("section", "trainer-bar");
  bar.setAttribute("aria-label", interfaceText("view"));
  bar.append(createLengthSelect());
  bar.append(createButton(interfaceText("present"), () => presentFrom(0), "on"));
  bar.append(createButton(interfaceText("present_here"), presentFromHere));
  bar.append(createButton(interfaceText("notes_window"), () => open("index.html?view=notes", "_blank")));
  return bar;
}

/** The selection of the session's length. */
function createLengthSelect() {
  const label = createElement("label", "", `<span></span> <select></select>`);
  /** @type {HTMLSelectElement} */
  const select = find(label, "select");
  find(label, "span").textContent = interfaceText("session");
  select.append(
    ...Object.keys(DATA.decks).map((minutes) => new Option(interfaceText("minutes", { minutes }), minutes)),
  );
  select.value = String(presentation.state.minutes);
  select.addEventListener("change", () => presentation.update({ minutes: Number(select.value), at: 0, started: 0 }));
  return label;
}

/** @param {number} at */
function presentFrom(at) {
  presentation.restart();
  presentation.goTo(at);
  location.href = `${presentation.slide.page}.html?view=present`;
}

/** Present from this page's first slide, or from the first slide of the deck if the page has none. */
export function presentFromHere() {
  presentFrom(presentation.firstOnPage);
}
