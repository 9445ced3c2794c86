// @ts-check
import { follow } from "./follow.js";
import { presentHere, showNotes } from "./notes.js";
import { present } from "./present.js";

const VIEWS = { trainer: showNotes, present: present, notes: follow };

function start() {
  const style = new CSSStyleSheet(); // a policy may block style elements
  style.replaceSync(DATA.style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  const { view } = document.documentElement.dataset;
  VIEWS[view ?? ""]?.();
  document.addEventListener("keydown", (event) => {
    if (view !== "present" && event.altKey && event.shiftKey && event.code === "KeyP") presentHere();
  });
}

start();
