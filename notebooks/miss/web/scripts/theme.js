// @ts-check
// Light or dark by choice; without one, as the system says. The choice is in the record, and once more with the tab,
// for the head of the tab's next page: it must not look into the record (the page's template says why).
import { FOLDER } from "./kept.js";
import { record } from "./record.js";

const TAB = `course ${FOLDER} ${document.documentElement.dataset.course} theme`; // as in the template's head
const THEMES = ["light", "dark"];

/** @param {string} theme "" for as the system says */
function showTheme(theme) {
  const { dataset } = document.documentElement;
  if (dataset.theme === theme) return; // as the head of the page has found it
  dataset.theme = theme;
  try {
    sessionStorage.setItem(TAB, theme);
  } catch {
    // blocked or full: the next page shows it a moment later
  }
}

function switchTheme() {
  const shown = document.documentElement.dataset.theme;
  const dark = shown ? shown === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = dark ? "light" : "dark";
  showTheme(theme);
  record.keep({ states: { theme } });
}

export function openTheme() {
  showTheme(THEMES.find((theme) => theme === record.states.theme) ?? "");
  document.querySelector("button.theme")?.addEventListener("click", switchTheme);
}
