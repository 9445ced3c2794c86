// @ts-check
import { button, clock, made, word } from "./dom.js";
import { noteOf } from "./notes.js";
import { advance } from "./room.js";
import { REASONS, talk } from "./talk.js";

/** @type {HTMLElement} */
let speakerView;

/** The speaker view, in a second window: notes, the next slide and the time. It follows the slideshow and controls it. */
export function follow() {
  document.documentElement.classList.add("at-the-desk");
  const main = /** @type {HTMLElement} */ (document.querySelector("main.course"));
  main.replaceChildren();
  speakerView = made("section", "desk");
  main.append(speakerView);
  talk.follow(renderSpeakerView);
  setInterval(renderSpeakerTime, 1000);
  renderSpeakerView();
}

function renderSpeakerView() {
  const { slide, now } = talk;
  const note = noteOf(slide);
  const next = talk.slides[now.at + 1]?.title ?? word("end");
  speakerView.replaceChildren(
    createText("p", "time", ""),
    createText("p", "number", `${now.at + 1} / ${talk.slides.length}`),
    createText("h1", "", slide.title),
    made("div", "note", slide.item ? DATA.items[slide.item] : (note?.html ?? "")),
    createText("p", "next-up", word("next_up", { title: next })),
    createControls(),
  );
  renderSpeakerTime();
}

/** @param {string} tag @param {string} className @param {string} text */
function createText(tag, className, text) {
  const element = made(tag, className);
  element.textContent = text;
  return element;
}

function createControls() {
  const row = made("p", "desk-controls");
  row.append(button(word("back"), previousSlide));
  row.append(button(word("forward"), advance, "on"));
  row.append(button(word("black"), () => talk.change({ black: !talk.now.black })));
  row.append(button(word("restart"), () => talk.begin()));
  return row;
}

function previousSlide() {
  const at = talk.now.at - 1;
  talk.go(at, talk.slides[at]?.item ? REASONS : 0);
}

function renderSpeakerTime() {
  const { slide, elapsed } = talk;
  const time = /** @type {HTMLElement} */ (speakerView.querySelector(".time"));
  time.textContent = word("time", { elapsed: clock(elapsed), until: slide.until });
  time.toggleAttribute("data-late", Boolean(slide.until) && elapsed > 60 * slide.until);
}
