// @ts-check
import { made } from "./dom.js";
import { follow } from "./follow.js";
import { presentHere, showNotes } from "./notes.js";
import { present } from "./present.js";

const VIEWS = { trainer: showNotes, present, notes: follow };

function start() {
  const style = made("style", "");
  style.textContent = GIVEN.style;
  document.head.append(style);
  const { view } = document.documentElement.dataset;
  VIEWS[view ?? ""]?.();
  document.addEventListener("keydown", (event) => {
    if (view !== "present" && event.altKey && event.shiftKey && event.code === "KeyP") presentHere();
  });
}

start();
