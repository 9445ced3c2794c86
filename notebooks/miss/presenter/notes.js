import { find, findAll } from "../widgets/find.js";
import { createButton, createElement, interfaceText } from "./dom.js";
import { stepOf } from "./plan_list.js";
import { PAGE, presentation } from "./presentation.js";
import { openQuestion } from "./question_dialog.js";

/** The trainer's notes on a slide: first what it leaves out; with the first slide of its item, the item's note.
 *  @param {number} at the place of the slide in the deck */
export function notesOf(at) {
  const [planned, before] = [presentation.deck[at], presentation.deck[at - 1]];
  const slide = DATA.slides[planned?.slide ?? ""];
  if (!slide) return "";
  const begun = planned?.step === before?.step ? undefined : stepOf(planned);
  const note = DATA.notes.find(({ kind, id }) => kind === begun?.kind && id === begun?.id);
  const title = interfaceText(slide.item ? "answer_key" : "slide_says");
  const said = slide.notes ? `<section class="said-on-page"><h3>${title}</h3>${slide.notes}</section>` : "";
  return (note?.html ?? "") + said;
}

/** The trainer's view: notes next to their subjects, the answer key, and a bar with the controls of the presentation. */
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

/** A note that may have buttons that ask the room a question. @param {string} html */
function createAside(html) {
  const aside = createElement("aside", "trainer-note", html);
  /** @type {HTMLButtonElement[]} */
  const buttons = findAll(aside, "button.ask-room");
  for (const button of buttons) button.addEventListener("click", () => openQuestion(button.value));
  return aside;
}

function createTrainerBar() {
  const bar = createElement("section", "trainer-bar");
  bar.setAttribute("aria-label", interfaceText("view"));
  bar.append(createLengthSelect());
  const { at, started } = presentation.state;
  if (started) bar.append(createButton(interfaceText("present_on", { number: at + 1 }), present, "on"));
  bar.append(createButton(interfaceText("present"), presentFromStart, started ? "" : "on"));
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
  select.addEventListener("change", () => {
    presentation.update({ minutes: Number(select.value), at: 0, build: 0, started: 0 });
  });
  return label;
}

function present() {
  location.href = "index.html?view=present";
}

function presentFromStart() {
  presentation.restart();
  present();
}

/** Present from what is on the screen, with the time and the hands of a session that has begun. */
export function presentFromHere() {
  presentation.goTo(placeOnScreen());
  present();
}

/** The place in the deck of what stands on the screen: the slide whose subject begins last in its upper quarter or before;
 *  else the first slide of the page, or the one that was shown, if the page has none. */
function placeOnScreen() {
  const slides = presentation.deck.map(({ slide }, at) => ({ at, page: pageOf(slide), top: topOf(slide) }));
  const onPage = slides.filter(({ page }) => page === PAGE);
  const reached = onPage.filter(({ top }) => top < innerHeight / 4);
  const last = reached.reduce((best, each) => (best && best.top >= each.top ? best : each), reached[0]);
  return (last ?? onPage[0])?.at ?? presentation.state.at;
}

/** @param {string} slide */
const pageOf = (slide) => DATA.slides[slide]?.page;

/** How far below the top of the window the subject of a slide begins; infinitely far, if it is not seen. @param {string} slide */
function topOf(slide) {
  const place = DATA.slides[slide]?.place;
  const element = (place ? findAll(document, place) : []).find((each) => each.getClientRects().length);
  return element ? element.getBoundingClientRect().top : Number.POSITIVE_INFINITY;
}
