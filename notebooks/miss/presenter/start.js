import { showDesk } from "./desk.js";
import { presentFromHere, showTrainerNotes } from "./notes.js";
import { showProjector } from "./projector.js";

/** @type {Record<string, () => void>} */
const VIEWS = { trainer: showTrainerNotes, present: showProjector, notes: showDesk };

function start() {
  const style = new CSSStyleSheet(); // a policy may block style elements
  style.replaceSync(DATA.style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  const { view } = document.documentElement.dataset;
  VIEWS[view ?? ""]?.();
  // on the body, which goes with its page where a copy of another page replaces it
  document.body.addEventListener("keydown", (event) => {
    if (view === "trainer" && event.altKey && event.shiftKey && event.code === "KeyP") presentFromHere();
  });
}

start();
