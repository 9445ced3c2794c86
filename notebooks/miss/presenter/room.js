// @ts-check
import { made } from "./dom.js";
import { REASONS, talk } from "./talk.js";

/** The first stage of a question. */
const COUNT = 0;

/** The next stage of a question, or none: an order has no hands to count. @param {string} item @param {number} stage */
export function stageAfter(item, stage) {
  if (stage === REASONS) return undefined;
  return GIVEN.items[item].includes('class="hands"') ? stage + 1 : REASONS;
}

/** Move the talk on: to the question's next stage, or to the next slide if there is one. */
export function advance() {
  const { slide, now } = talk;
  const stage = slide.item ? stageAfter(slide.item, now.stage) : undefined;
  if (stage !== undefined) talk.change({ stage });
  else if (now.at < talk.slides.length - 1) talk.go(now.at + 1);
}

/** Put a question for the room into a place; it shows what the talk knows of it. @param {Element} place @param {string} item */
export function putRoom(place, item) {
  const room = made("section", "room", GIVEN.items[item]);
  room.dataset.item = item;
  rows(room).forEach((row, index) => {
    row.querySelector(".more")?.addEventListener("click", () => count(room, index, 1));
    row.querySelector(".fewer")?.addEventListener("click", () => count(room, index, -1));
  });
  place.append(room);
  return room;
}

/** @param {Element} room */
const rows = (room) => [...room.querySelectorAll(".answers > li")];

/** @param {HTMLElement} room @param {number} index @param {number} by */
export function count(room, index, by) {
  if (!rows(room)[index]?.querySelector("output")) return;
  const item = room.dataset.item ?? "";
  const hands = handsOf(room).map((number, place) => Math.max(0, number + (place === index ? by : 0)));
  talk.change({ hands: { ...talk.now.hands, [item]: hands } });
}

/** @param {HTMLElement} room @returns {number[]} */
function handsOf(room) {
  const counted = talk.now.hands[room.dataset.item ?? ""] ?? [];
  return rows(room).map((_, index) => counted[index] ?? 0);
}

/** @param {HTMLElement} room @param {number} stage */
export function showRoom(room, stage) {
  const hands = handsOf(room);
  const all = hands.reduce((sum, number) => sum + number, 0);
  room.dataset.stage = String(stage);
  rows(room).forEach((row, index) => {
    const percent = all ? Math.round((100 * hands[index]) / all) : 0;
    const output = row.querySelector("output");
    if (!output) return;
    output.textContent = String(hands[index]);
    /** @type {HTMLElement} */ (row.querySelector(".bar")).style.inlineSize = `${percent}%`;
    /** @type {HTMLElement} */ (row.querySelector(".percent")).textContent = `${percent} % (${hands[index]})`;
  });
  if (stage === REASONS) sortRoom(room);
}

/** Put an order's places into the right order. @param {HTMLElement} room */
function sortRoom(room) {
  const list = room.querySelector('.answers[data-kind="order"]');
  if (!list) return;
  const places = /** @type {HTMLElement[]} */ ([...list.children]);
  list.append(...places.sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place)));
}

/** A question by itself, over the page, outside a talk. @param {string} item */
export function openRoom(item) {
  const dialog = /** @type {HTMLDialogElement} */ (made("dialog", "room-dialog"));
  const room = putRoom(dialog, item);
  let stage = COUNT;
  const show = () => showRoom(room, stage);
  const next = made("button", "on");
  next.textContent = GIVEN.words.show_next;
  next.addEventListener("click", () => {
    const after = stageAfter(item, stage);
    if (after === undefined) return dialog.close();
    stage = after;
    show();
  });
  talk.follow(show);
  dialog.append(next);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  show();
  dialog.showModal();
}
