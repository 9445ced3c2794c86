import { find } from "../widgets/find.js";
import { createButton, createElement, formatTime, interfaceText } from "./dom.js";
import { addPoll, advance, changeVotes, renderPoll } from "./poll.js";
import { PAGE, REASONS_STAGE, presentation } from "./presentation.js";
import { fitText, scrollSlide, showSlide } from "./slide.js";

const SWIPE_PX = 60;
const PRESS_KEYS = [" ", "Enter"]; // that a focused control handles
const CHANGE_KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]; // that a field or a choice handles, too
/** Clickers send PageDown and PageUp, some also F5, a dot or b. @type {Record<string, () => void>} */
const KEY_ACTIONS = {
  ArrowRight: goForward,
  PageDown: goForward,
  ArrowDown: goForward,
  " ": goForward,
  ArrowLeft: goBack,
  PageUp: goBack,
  ArrowUp: goBack,
  Home: () => presentation.goTo(0),
  End: () => presentation.goTo(presentation.slides.length - 1),
  b: toggleBlack,
  ".": toggleBlack,
  Escape: leave,
};

/** @type {HTMLElement | undefined} */
let slidePoll;
let shownSlide = "";
/** @type {ReturnType<typeof createElement>} */
let slideFooter;

/** Start the slideshow on this page. */
export function startSlideshow() {
  document.documentElement.classList.add("presenting");
  slideFooter = createSlideFooter();
  document.body.append(slideFooter, createElement("div", "black-screen"));
  document.addEventListener("keydown", handleKey, { capture: true });
  addEventListener("resize", fitText);
  // in a small window slides scroll, so make them focusable for keyboard users
  find(document, "main.course").tabIndex = 0;
  listenToSwipes();
  presentation.subscribe(renderSlideshow);
  setInterval(renderSlideTime, 1000);
  if (presentation.slide.page === PAGE) renderSlideshow();
  else presentation.goTo(presentation.firstOnPage);
}

/** Show the current slide, on this page or by opening the page that it is on. */
function renderSlideshow() {
  const { slide, state } = presentation;
  document.documentElement.toggleAttribute("data-black", state.black);
  if (slide.page !== PAGE) return location.replace(`${slide.page}.html?view=present`);
  const name = `${state.minutes} ${state.at}`;
  if (name !== shownSlide) {
    slidePoll?.remove();
    slidePoll = slide.item ? addPoll(find(document, "main.course"), slide.item) : undefined;
    showSlide(slide);
    shownSlide = name;
  }
  if (slidePoll) {
    renderPoll(slidePoll, state.stage);
    fitText();
  }
  renderSlideFooter();
}

function goForward() {
  if (!scrollSlide(1)) advance();
}

function goBack() {
  if (scrollSlide(-1)) return;
  const { slide, state } = presentation;
  if (slide.item && state.stage) return presentation.update({ stage: 0 });
  if (state.at) presentation.goTo(state.at - 1, presentation.slides[state.at - 1]?.item ? REASONS_STAGE : 0);
}

function toggleBlack() {
  presentation.update({ black: !presentation.state.black });
}

function leave() {
  location.href = `${PAGE}.html?view=trainer`;
}

/** @param {KeyboardEvent} event */
function handleKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  if (target.matches?.("input, select, button, a, summary") && PRESS_KEYS.includes(event.key)) return;
  if (target.matches?.("input, select") && CHANGE_KEYS.includes(event.key)) return;
  const digit = Number(event.key);
  if (slidePoll && digit) return changeVotes(slidePoll, digit - 1, 1);
  const action = KEY_ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function listenToSwipes() {
  let startX = 0;
  const recordStart = (/** @type {TouchEvent} */ { touches }) => {
    startX = touches[0]?.clientX ?? 0;
  };
  addEventListener("touchstart", recordStart, { passive: true });
  addEventListener("touchend", ({ changedTouches, target }) => {
    if (/** @type {Element} */ (target).closest?.("input")) return; // dragging a range input is no swipe
    const distance = (changedTouches[0]?.clientX ?? startX) - startX;
    if (Math.abs(distance) > SWIPE_PX) (distance < 0 ? goForward : goBack)();
  });
}

function createSlideFooter() {
  const spans = ["title", "number", "time"].map((name) => `<span class="${name}"></span>`);
  const footer = createElement("footer", "talk", `<progress></progress> ${spans.join(" ")}`);
  footer.append(createButton(interfaceText("back"), goBack), createButton(interfaceText("forward"), goForward));
  footer.append(createButton(interfaceText("black"), toggleBlack), createButton(interfaceText("leave"), leave));
  return footer;
}

function renderSlideFooter() {
  /** @type {HTMLProgressElement} */
  const bar = find(slideFooter, "progress");
  bar.max = presentation.slides.length;
  bar.value = presentation.state.at + 1;
  bar.setAttribute("aria-label", interfaceText("progress"));
  find(slideFooter, ".title").textContent = presentation.slide.title;
  find(slideFooter, ".number").textContent = `${bar.value} / ${bar.max}`;
  renderSlideTime();
}

/** Show the elapsed time, and when this slide should end. */
function renderSlideTime() {
  const text = interfaceText("time", { elapsed: formatTime(presentation.elapsed), until: presentation.slide.until });
  find(slideFooter, ".time").textContent = text;
}
