// @ts-check
import { button, clock, made, word } from "./dom.js";
import { advance, count, putRoom, showRoom } from "./room.js";
import { fit, scrollOn, showSlide } from "./stage.js";
import { REASONS, talk } from "./talk.js";

const SWIPE_PX = 60;
const CONTROL_KEYS = [" ", "Enter", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]; // that focused controls handle
/** Clickers send PageDown and PageUp, some also F5, a dot or b. @type {Record<string, () => void>} */
const KEY_ACTIONS = {
  ArrowRight: goForward,
  PageDown: goForward,
  ArrowDown: goForward,
  " ": goForward,
  ArrowLeft: goBack,
  PageUp: goBack,
  ArrowUp: goBack,
  Home: () => talk.go(0),
  End: () => talk.go(talk.slides.length - 1),
  b: toggleBlack,
  ".": toggleBlack,
  Escape: leave,
};

/** @type {HTMLElement | undefined} */
let slidePoll;
let shownSlide = "";
/** @type {ReturnType<typeof made>} */
let slideFooter;

/** Start the slideshow on this page. */
export function present() {
  document.documentElement.classList.add("presenting");
  slideFooter = createSlideFooter();
  document.body.append(slideFooter, made("div", "black-screen"));
  document.addEventListener("keydown", handleKey, { capture: true });
  addEventListener("resize", fit);
  // in a small window slides scroll, so make them focusable for keyboard users
  /** @type {HTMLElement} */ (document.querySelector("main.course")).tabIndex = 0;
  listenToSwipes();
  talk.follow(renderSlideshow);
  setInterval(renderSlideTime, 1000);
  if (talk.slide.page === pageName()) renderSlideshow();
  else talk.go(Math.max(0, talk.slides.findIndex((slide) => slide.page === pageName())));
}

/** The name of this page. */
function pageName() {
  return location.pathname.split("/").pop()?.replace(".html", "") || "index";
}

/** Show the current slide, on this page or by opening the page that it is on. */
function renderSlideshow() {
  const { slide, now } = talk;
  document.documentElement.toggleAttribute("data-black", now.black);
  if (slide.page !== pageName()) return location.replace(`${slide.page}.html?view=present`);
  const name = `${now.minutes} ${now.at}`;
  if (name !== shownSlide) {
    slidePoll?.remove();
    slidePoll = slide.item ? putRoom(/** @type {Element} */ (document.querySelector("main.course")), slide.item) : undefined;
    showSlide(slide);
    shownSlide = name;
  }
  if (slidePoll) {
    showRoom(slidePoll, now.stage);
    fit();
  }
  renderSlideFooter();
}

function goForward() {
  if (!scrollOn(1)) advance();
}

function goBack() {
  if (scrollOn(-1)) return;
  const { slide, now } = talk;
  if (slide.item && now.stage) return talk.change({ stage: 0 });
  if (now.at) talk.go(now.at - 1, talk.slides[now.at - 1].item ? REASONS : 0);
}

function toggleBlack() {
  talk.change({ black: !talk.now.black });
}

function leave() {
  location.href = `${pageName()}.html?view=trainer`;
}

/** @param {KeyboardEvent} event */
function handleKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  if (target.matches?.("input, select, button, a, summary") && CONTROL_KEYS.includes(event.key)) return;
  const digit = Number(event.key);
  if (slidePoll && digit) return count(slidePoll, digit - 1, 1);
  const action = KEY_ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function listenToSwipes() {
  let startX = 0;
  addEventListener("touchstart", ({ touches }) => (startX = touches[0].clientX), { passive: true });
  addEventListener("touchend", ({ changedTouches, target }) => {
    if (/** @type {Element} */ (target).closest?.("input")) return; // dragging a range input is no swipe
    const distance = changedTouches[0].clientX - startX;
    if (Math.abs(distance) > SWIPE_PX) (distance < 0 ? goForward : goBack)();
  });
}

function createSlideFooter() {
  const spans = ["title", "number", "time"].map((name) => `<span class="${name}"></span>`);
  const footer = made("footer", "talk", `<progress></progress> ${spans.join(" ")}`);
  footer.append(button(word("back"), goBack), button(word("forward"), goForward));
  footer.append(button(word("black"), toggleBlack), button(word("leave"), leave));
  return footer;
}

function renderSlideFooter() {
  const bar = /** @type {HTMLProgressElement} */ (slideFooter.querySelector("progress"));
  bar.max = talk.slides.length;
  bar.value = talk.now.at + 1;
  bar.setAttribute("aria-label", word("progress"));
  const [title, number] = /** @type {NodeListOf<HTMLElement>} */ (slideFooter.querySelectorAll(".title, .number"));
  title.textContent = talk.slide.title;
  number.textContent = `${bar.value} / ${bar.max}`;
  renderSlideTime();
}

/** Show the elapsed time, and when this slide should end. */
function renderSlideTime() {
  const text = word("time", { elapsed: clock(talk.elapsed), until: talk.slide.until });
  /** @type {HTMLElement} */ (slideFooter.querySelector(".time")).textContent = text;
}
