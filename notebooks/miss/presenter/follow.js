// @ts-check
import { button, clock, made, word } from "./dom.js";
import { noteOf } from "./notes.js";
import { advance } from "./room.js";
import { REASONS, talk } from "./talk.js";

/** @type {HTMLElement} */
let desk;

/** The notes window: what the projector shows, what to say, what comes next, and the time; it drives the projector, too. */
export function follow() {
  document.documentElement.classList.add("at-the-desk");
  const main = /** @type {HTMLElement} */ (document.querySelector("main.course"));
  main.replaceChildren();
  desk = made("section", "desk");
  main.append(desk);
  talk.follow(showDesk);
  setInterval(showDeskTime, 1000);
  showDesk();
}

function showDesk() {
  const { slide, now } = talk;
  const note = noteOf(slide);
  desk.replaceChildren(
    line("p", "time", ""),
    line("p", "number", `${now.at + 1} / ${talk.slides.length}`),
    line("h1", "", slide.title),
    made("div", "note", slide.item ? GIVEN.items[slide.item] : (note?.html ?? "")),
    line("p", "next-up", word("next_up", { title: talk.slides[now.at + 1]?.title ?? word("end") })),
    controls(),
  );
  showDeskTime();
}

/** @param {string} tag @param {string} className @param {string} text */
function line(tag, className, text) {
  const element = made(tag, className);
  element.textContent = text;
  return element;
}

function controls() {
  const row = made("p", "desk-controls");
  row.append(button(word("back"), deskBack), button(word("forward"), advance, "on"));
  row.append(button(word("black"), () => talk.change({ black: !talk.now.black })), button(word("restart"), () => talk.begin()));
  return row;
}

function deskBack() {
  const at = talk.now.at - 1;
  talk.go(at, talk.slides[at]?.item ? REASONS : 0);
}

function showDeskTime() {
  const { slide, elapsed } = talk;
  const time = /** @type {HTMLElement} */ (desk.querySelector(".time"));
  time.textContent = word("time", { elapsed: clock(elapsed), until: slide.until });
  time.toggleAttribute("data-late", Boolean(slide.until) && elapsed > 60 * slide.until);
}
