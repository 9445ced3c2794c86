// The projector: the stage fills the window, and nothing else is on it.

import { createElement, interfaceText } from "./dom.js";
import { listenToKeys } from "./keys.js";
import { presentation } from "./presentation.js";
import { Stage } from "./stage.js";

const SWIPE_PX = 60;

/** Show the presentation in this window. */
export function showProjector() {
  const stage = new Stage();
  const black = createElement("div", "black-screen");
  black.setAttribute("role", "img");
  black.setAttribute("aria-label", interfaceText("black_screen"));
  document.documentElement.classList.add("presenting");
  const main = createElement("main", "projector");
  main.append(stage.element);
  document.body.replaceChildren(main, black);
  listenToKeys(leave);
  listenToSwipes();
  presentation.subscribe(() => render(stage));
  render(stage);
}

/** @param {Stage} stage */
function render(stage) {
  const { shown, state } = presentation;
  const { dataset } = document.documentElement;
  dataset.theme = state.dark ? "dark" : "light";
  document.documentElement.toggleAttribute("data-black", state.black);
  document.title = DATA.slides[shown.id]?.title ?? "";
  stage.show(shown.id, shown.build);
}

/** Go back to the page that the slide is about. */
function leave() {
  location.href = `${DATA.slides[presentation.planned.slide]?.page ?? "index"}.html?view=trainer`;
}

function listenToSwipes() {
  let startX = 0;
  const recordStart = (/** @type {TouchEvent} */ { touches }) => {
    startX = touches[0]?.clientX ?? 0;
  };
  addEventListener("touchstart", recordStart, { passive: true });
  addEventListener("touchend", ({ changedTouches }) => {
    const distance = (changedTouches[0]?.clientX ?? startX) - startX;
    if (distance < -SWIPE_PX) presentation.goForward();
    if (distance > SWIPE_PX) presentation.goBack();
  });
}
