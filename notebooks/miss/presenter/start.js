import { presentFromHere, showTrainerNotes } from "./notes.js";
import { startSlideshow } from "./slideshow.js";
import { showSpeakerView } from "./speaker_view.js";

/** @type {Record<string, () => void>} */
const VIEWS = { trainer: showTrainerNotes, present: startSlideshow, notes: showSpeakerView };

function start() {
  const style = new CSSStyleSheet(); // a policy may block style elements
  style.replaceSync(DATA.style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  const { view } = document.documentElement.dataset;
  VIEWS[view ?? ""]?.();
  // on the body, which goes with its page where a copy of another page replaces it
  document.body.addEventListener("keydown", (event) => {
    if (view !== "present" && event.altKey && event.shiftKey && event.code === "KeyP") presentFromHere();
  });
}

start();
