// @ts-check
import { button, clock, made, word } from "./dom.js";
import { advance, count, putRoom, showRoom } from "./room.js";
import { fit, scrollOn, showSlide } from "./stage.js";
import { REASONS, talk } from "./talk.js";

const SWIPE = 60; // pixels
/** What each key does; a clicker sends PageDown and PageUp, some send F5, a dot or b. @type {Record<string, () => void>} */
const KEYS = {
  ArrowRight: next,
  PageDown: next,
  ArrowDown: next,
  " ": next,
  ArrowLeft: back,
  PageUp: back,
  ArrowUp: back,
  Home: () => talk.go(0),
  End: () => talk.go(talk.slides.length - 1),
  b: black,
  ".": black,
  Escape: leave,
};

/** @type {HTMLElement | undefined} */
let room;
let onScreen = "";
/** @type {ReturnType<typeof made>} */
let foot;

export function present() {
  document.documentElement.classList.add("presenting");
  foot = footer();
  document.body.append(foot, made("div", "black-screen"));
  document.addEventListener("keydown", press, { capture: true });
  addEventListener("resize", fit);
  // on a small window a slide scrolls, also for somebody who has keys alone
  /** @type {HTMLElement} */ (document.querySelector("main.course")).tabIndex = 0;
  swipe();
  talk.follow(showTalk);
  setInterval(showTime, 1000);
  if (talk.slide.page !== page()) talk.go(Math.max(0, talk.slides.findIndex((slide) => slide.page === page())));
  else showTalk();
}

/** The name of this page. */
function page() {
  return location.pathname.split("/").pop()?.replace(".html", "") || "index";
}

/** Bring on what the talk says, here or on the page that has it. */
function showTalk() {
  const { slide, now } = talk;
  document.documentElement.toggleAttribute("data-black", now.black);
  if (slide.page !== page()) return location.replace(`${slide.page}.html?view=present`);
  const name = `${now.minutes} ${now.at}`;
  if (name !== onScreen) {
    room?.remove();
    room = slide.item ? putRoom(/** @type {Element} */ (document.querySelector("main.course")), slide.item) : undefined;
    showSlide(slide);
    onScreen = name;
  }
  if (room) {
    showRoom(room, now.stage);
    fit();
  }
  showPlace();
}

export function next() {
  if (!scrollOn(1)) advance();
}

export function back() {
  if (scrollOn(-1)) return;
  const { slide, now } = talk;
  if (slide.item && now.stage) return talk.change({ stage: 0 });
  if (now.at) talk.go(now.at - 1, talk.slides[now.at - 1].item ? REASONS : 0);
}

function black() {
  talk.change({ black: !talk.now.black });
}

function leave() {
  location.href = `${page()}.html?view=trainer`;
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const held = /** @type {Element} */ (event.target);
  if (held.matches?.("input, select, button, a, summary") && [" ", "Enter", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const digit = Number(event.key);
  if (room && digit) return count(room, digit - 1, 1);
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function swipe() {
  let from = 0;
  addEventListener("touchstart", ({ touches }) => (from = touches[0].clientX), { passive: true });
  addEventListener("touchend", ({ changedTouches, target }) => {
    if (/** @type {Element} */ (target).closest?.("input")) return; // a slider is dragged, not the slide
    const moved = changedTouches[0].clientX - from;
    if (Math.abs(moved) > SWIPE) (moved < 0 ? next : back)();
  });
}

function footer() {
  const foot = made("footer", "talk", `<progress></progress> <span class="title"></span> <span class="number"></span> <span class="time"></span>`);
  foot.append(button(word("back"), back), button(word("forward"), next), button(word("black"), black), button(word("leave"), leave));
  return foot;
}

function showPlace() {
  const bar = /** @type {HTMLProgressElement} */ (foot.querySelector("progress"));
  bar.max = talk.slides.length;
  bar.value = talk.now.at + 1;
  bar.setAttribute("aria-label", word("progress"));
  /** @type {HTMLElement} */ (foot.querySelector(".title")).textContent = talk.slide.title;
  /** @type {HTMLElement} */ (foot.querySelector(".number")).textContent = `${talk.now.at + 1} / ${talk.slides.length}`;
  showTime();
}

/** What has passed, and where the plan has this slide end. */
function showTime() {
  const line = word("time", { elapsed: clock(talk.elapsed), until: talk.slide.until });
  /** @type {HTMLElement} */ (foot.querySelector(".time")).textContent = line;
}
