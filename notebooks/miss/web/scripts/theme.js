// The light or dark theme as chosen by the user, by default the system's. The choice is in the progress store, and in
// sessionStorage for the script in the head of the next page, which must not access localStorage (see page_head.html).

import { progressStore } from "./progress_store.js";
import { COURSE_FOLDER } from "./storage.js";

const THEME_KEY = `course ${COURSE_FOLDER} ${document.documentElement.dataset.course} theme`; // as in page_head.html
const THEMES = ["light", "dark"];

/** @param {string} theme "" for the system's */
function applyTheme(theme) {
  const { dataset } = document.documentElement;
  if (dataset.theme === theme) return; // set by the script in the page's head
  dataset.theme = theme;
  try {
    sessionStorage.setItem(THEME_KEY, theme);
  } catch {
    // storage is blocked or full: the next page applies the theme a moment later
  }
}

function toggleTheme() {
  const { theme: applied } = document.documentElement.dataset;
  const dark = applied ? applied === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = dark ? "light" : "dark";
  applyTheme(theme);
  progressStore.update({ states: { theme } });
}

export function initTheme() {
  applyTheme(THEMES.find((theme) => theme === progressStore.states.theme) ?? "");
}

export function initThemeButton() {
  document.querySelector("button.theme")?.addEventListener("click", toggleTheme);
}
