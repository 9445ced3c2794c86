// The notes window: what the projector shows, what the next press brings, what to say, and the time. It moves the
// presentation as the projector's own window does.

import { find, findAll } from "../widgets/find.js";
import { buildsOf } from "./builds.js";
import { createButton, createElement, interfaceText } from "./dom.js";
import { renderHands } from "./hands_form.js";
import { canJoin } from "./join.js";
import { listenToKeys, toggleBlack, toggleJoin } from "./keys.js";
import { notesOf } from "./notes.js";
import { renderPlan, stepOf } from "./plan_list.js";
import { presentation } from "./presentation.js";
import { Stage } from "./stage.js";

/** @type {HTMLElement} */
let desk;
const stages = { now: new Stage(), next: new Stage() };

/** Show the notes in this window. */
export function showDesk() {
  document.documentElement.classList.add("at-the-desk");
  desk = createElement("main", "desk", DESK);
  document.body.replaceChildren(desk);
  find(desk, ".now").append(stages.now.element);
  find(desk, ".next").append(stages.next.element);
  stages.next.element.inert = true;
  find(desk, ".now h2").textContent = interfaceText("now");
  find(desk, ".next h2").textContent = interfaceText("next_press");
  find(desk, ".planned h2").textContent = interfaceText("plan");
  find(desk, ".blackened").append(
    createElement("span", "", interfaceText("black_now")),
    createButton(interfaceText("show_slide"), toggleBlack),
  );
  find(desk, ".desk-controls").append(...controls(), createElement("p", "keys"));
  find(desk, ".keys").textContent = interfaceText("keys");
  document.title = interfaceText("notes_title");
  listenToKeys(() => close());
  presentation.subscribe(renderDesk);
  setInterval(renderTime, 1000);
  renderDesk();
}

const DESK = `<div class="desk-head"><h1></h1><div class="track" aria-hidden="true"></div><p class="time"></p></div>
<p class="blackened" role="status" hidden></p>
<div class="columns">
<div class="desk-column"><section class="now"><h2></h2></section><p class="presses"></p>
<section class="planned"><h2></h2><ol></ol></section></div>
<div class="desk-column"><section class="next"><h2></h2><p class="next-title"></p></section>
<section class="notes" tabindex="0"></section></div>
</div>
<div class="desk-controls"></div>`;

function controls() {
  const buttons = [
    createButton(interfaceText("back"), () => presentation.goBack()),
    createButton(interfaceText("forward"), () => presentation.goForward(), "on"),
    createButton(interfaceText("black"), toggleBlack, "to-black"),
  ];
  if (canJoin()) buttons.push(createButton(interfaceText("join"), toggleJoin, "to-join"));
  return [...buttons, createButton(interfaceText("restart"), () => presentation.restart())];
}

function renderDesk() {
  const { shown, next, deck, state, planned } = presentation;
  const slide = DATA.slides[planned.slide];
  find(desk, "h1").textContent =
    `${interfaceText("slide_of", { number: state.at + 1, total: deck.length })}: ${slide?.title}`;
  find(desk, ".blackened").hidden = !state.black;
  desk.toggleAttribute("data-black", state.black);
  stages.now.show(shown.id, shown.build);
  const upcoming = next && deck[next.at];
  stages.next.element.hidden = !upcoming;
  if (upcoming) stages.next.show(upcoming.slide, next.build);
  const total = buildsOf(planned.slide);
  find(desk, ".presses").textContent = total ? interfaceText("presses", { shown: state.build, total }) : "";
  find(desk, ".next-title").textContent = nextTitle();
  for (const [name, on] of Object.entries({ "to-black": state.black, "to-join": state.joining })) {
    desk.querySelector(`.${name}`)?.setAttribute("aria-pressed", String(on));
  }
  renderPlan(find(desk, ".planned ol"));
  renderNotes(planned.slide);
  renderTime();
}

/** The next slide's title, if the next press brings another slide. */
function nextTitle() {
  const { next, state, deck } = presentation;
  if (!next) return interfaceText("end");
  if (next.at === state.at) return "";
  return interfaceText("next_slide", { title: DATA.slides[deck[next.at]?.slide ?? ""]?.title });
}

/** Show the notes of a slide; they stay as they are while its presses go on. @param {string} id */
function renderNotes(id) {
  const notes = find(desk, ".notes");
  if (notes.dataset.slide !== id) {
    notes.dataset.slide = id;
    notes.replaceChildren(
      createElement("div", "hands-form"),
      createElement("div", "said", notesOf(presentation.state.at)),
    );
    notes.scrollTop = 0;
    for (const link of findAll(notes, "a")) link.setAttribute("target", "_blank"); // the notes stay where they are
  }
  renderHands(find(notes, ".hands-form"), id);
}

/** Show the minutes that are used, planned up to the end of this item, and left. */
function renderTime() {
  const { elapsed, state } = presentation;
  const used = Math.floor(elapsed / 60);
  const until = stepOf(presentation.planned);
  const left = state.minutes - used;
  const ends = until ? until.start + until.minutes : undefined;
  const parts = [interfaceText("used", { minutes: used })];
  if (ends !== undefined) parts.push(interfaceText("planned", { minutes: ends }));
  parts.push(left < 0 ? interfaceText("over", { minutes: -left }) : interfaceText("left", { minutes: left }));
  find(desk, ".time").textContent = parts.join(" · ");
  const { style } = find(desk, ".track");
  style.setProperty("--used", `${Math.min(100, (100 * elapsed) / (60 * state.minutes))}%`);
  style.setProperty("--planned", `${(100 * (ends ?? 0)) / state.minutes}%`);
}
