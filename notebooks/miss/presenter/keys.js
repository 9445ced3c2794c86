// The keys of a presentation, the same in both windows and whatever has the focus: only a field keeps its digits, and a
// button that was reached by Tab keeps Enter and Space.

import { canJoin } from "./join.js";
import { presentation } from "./presentation.js";

/** Clickers send PageDown and PageUp, some also a dot or b. @type {Record<string, () => void>} */
const KEY_ACTIONS = {
  ArrowRight: () => presentation.goForward(),
  ArrowDown: () => presentation.goForward(),
  PageDown: () => presentation.goForward(),
  " ": () => presentation.goForward(),
  ArrowLeft: () => presentation.goBack(),
  ArrowUp: () => presentation.goBack(),
  PageUp: () => presentation.goBack(),
  Backspace: () => presentation.goBack(),
  Home: () => presentation.goTo(0),
  End: () => presentation.goTo(presentation.deck.length - 1),
  b: toggleBlack,
  ".": toggleBlack,
  j: toggleJoin,
  d: () => presentation.update({ dark: !presentation.state.dark }),
  g: () => {
    wanted = "";
  },
};
const FIELD_KEYS = ["Backspace", "Delete", "Enter", "."]; // that a field keeps, with its digits

/** Whether the focus was moved by Tab: what was clicked does not keep the keys of a clicker. */
let tabbed = false;
/** The number of the slide to go to, while it is typed. @type {string | undefined} */
let wanted;

export function toggleBlack() {
  presentation.update({ black: !presentation.state.black });
}

export function toggleJoin() {
  if (canJoin()) presentation.update({ joining: !presentation.state.joining, black: false });
}

/** Let the keys move the presentation. @param {() => void} leave what Escape does */
export function listenToKeys(leave) {
  addEventListener("keydown", (event) => handleKey(event, leave), { capture: true });
  addEventListener("pointerdown", () => noteFocus(false), { capture: true });
}

/** @param {boolean} byTab */
function noteFocus(byTab) {
  tabbed = byTab;
}

/** @param {KeyboardEvent} event @param {() => void} leave */
function handleKey(event, leave) {
  if (event.key === "Tab") noteFocus(true);
  if (event.ctrlKey || event.metaKey || event.altKey || isKept(event)) return;
  const { key } = event;
  const action =
    key === "Escape" ? leave : (typedAction(key) ?? KEY_ACTIONS[key.length === 1 ? key.toLowerCase() : key]);
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

/** Whether a key is meant for what has the focus. @param {KeyboardEvent} event */
function isKept({ target, key }) {
  const focused = /** @type {Element} */ (target);
  if (focused.matches?.("input, textarea")) return FIELD_KEYS.includes(key) || /^\d$/.test(key);
  return tabbed && ["Enter", " "].includes(key) && focused.matches?.("button, a, summary");
}

/** What a digit does, or Enter after some: go to a slide, or add a hand to an answer. @param {string} key */
function typedAction(key) {
  if (wanted !== undefined && /^\d$/.test(key))
    return () => {
      wanted += key;
    };
  if (wanted && key === "Enter") return goToWanted;
  if (key !== "Enter") wanted = undefined;
  const { item } = DATA.slides[presentation.shown.id] ?? {};
  if (item && /^[1-8]$/.test(key)) return () => addHand(item, Number(key) - 1);
  return undefined;
}

function goToWanted() {
  presentation.goTo(Number(wanted) - 1);
  wanted = undefined;
}

/** @param {string} item @param {number} index */
function addHand(item, index) {
  if (!DATA.slides[item]?.choices || index >= DATA.slides[item].choices) return;
  presentation.addHands(item, index, 1);
}
