import { find } from "../widgets/find.js";
import { createButton, createElement, formatTime, interfaceText } from "./dom.js";
import { noteForSlide } from "./notes.js";
import { advance } from "./poll.js";
import { REASONS_STAGE, presentation } from "./presentation.js";

/** @type {HTMLElement} */
let speakerView;

/** The speaker view, in a second window: notes, the next slide and the time. It follows the slideshow and controls it. */
export function showSpeakerView() {
  document.documentElement.classList.add("at-the-desk");
  const main = find(document, "main.course");
  main.replaceChildren();
  speakerView = createElement("section", "desk");
  main.append(speakerView);
  presentation.subscribe(renderSpeakerView);
  setInterval(renderSpeakerTime, 1000);
  renderSpeakerView();
}

function renderSpeakerView() {
  const { slide, state } = presentation;
  const note = noteForSlide(slide);
  const next = presentation.slides[state.at + 1]?.title ?? interfaceText("end");
  speakerView.replaceChildren(
    createText("p", "time", ""),
    createText("p", "number", `${state.at + 1} / ${presentation.slides.length}`),
    createText("h1", "", slide.title),
    createElement("div", "note", slide.item ? DATA.items[slide.item] : (note?.html ?? "")),
    createText("p", "next-up", interfaceText("next_up", { title: next })),
    createControls(),
  );
  renderSpeakerTime();
}

/** @param {string} tag @param {string} className @param {string} text */
function createText(tag, className, text) {
  const element = createElement(tag, className);
  element.textContent = text;
  return element;
}

function createControls() {
  const row = createElement("p", "desk-controls");
  row.append(createButton(interfaceText("back"), previousSlide));
  row.append(createButton(interfaceText("forward"), advance, "on"));
  row.append(createButton(interfaceText("black"), () => presentation.update({ black: !presentation.state.black })));
  row.append(createButton(interfaceText("restart"), () => presentation.restart()));
  return row;
}

function previousSlide() {
  const at = presentation.state.at - 1;
  presentation.goTo(at, presentation.slides[at]?.item ? REASONS_STAGE : 0);
}

function renderSpeakerTime() {
  const { slide, elapsed } = presentation;
  const time = find(speakerView, ".time");
  time.textContent = interfaceText("time", { elapsed: formatTime(elapsed), until: slide.until });
  time.toggleAttribute("data-late", Boolean(slide.until) && elapsed > 60 * slide.until);
}
