// @ts-check
// Reading a passage aloud with the browser's own voice, sentence by sentence, and marking the sentence that is heard.
// A pause ends the sentence and going on begins it again: Android's own pause cannot be undone.

import { fill } from "./lesson.js";
import { sentences } from "./sentences.js";

const PASSAGES = "main > :is(header, section):not(.page-sources), main .entry, main .people, main .item fieldset";
const MARK = "reading";

/** Who reads now. @type {Reader | undefined} */
let current;

/** A voice for the course's language; one that lives on this device, if there is one. */
function voiceFor(language) {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
  return voices.find((voice) => voice.localService) ?? voices[0];
}

/** Put the buttons beside every passage, as soon as there is a voice; where there is none, there are no buttons. */
export function offerReading() {
  if (!("speechSynthesis" in window)) return;
  const offer = () => {
    if (!voiceFor(document.documentElement.lang)) return;
    speechSynthesis.onvoiceschanged = null;
    for (const passage of document.querySelectorAll(PASSAGES)) new Reader(passage);
    addEventListener("pagehide", () => current?.stop());
    document.addEventListener("lesson-change", () => current?.stopIfGone());
  };
  speechSynthesis.onvoiceschanged = offer; // some browsers list their voices late
  offer();
}

/** The two buttons of one passage, and the sentences that are still to be read. */
class Reader {
  /** @param {Element} passage */
  constructor(passage) {
    this.passage = passage;
    const offer = /** @type {HTMLTemplateElement} */ (document.querySelector("template.read-aloud"));
    this.line = /** @type {HTMLElement} */ (offer.content.firstElementChild?.cloneNode(true));
    [this.button, this.end] = this.line.querySelectorAll("button");
    this.button.addEventListener("click", () => (this.spoken ? this.pause() : this.read()));
    this.end.addEventListener("click", () => {
      this.button.focus(); // before the button that has the focus goes
      this.stop();
    });
    const legend = passage.querySelector(":scope > legend"); // which has to stay the first of its fieldset
    if (legend) legend.after(this.line);
    else passage.prepend(this.line);
    this.show("idle");
  }

  get name() {
    const named = /** @type {HTMLElement | null} */ (this.passage.closest("[data-name]"));
    const heading = this.passage.querySelector(".place") ?? this.passage.querySelector("h1, h2, h3");
    return named?.dataset.name ?? heading?.textContent ?? "";
  }

  read() {
    if (current !== this) current?.stop();
    current = this;
    this.left ??= sentences(this.passage, document.documentElement.lang);
    this.show("reading");
    this.speak();
  }

  speak() {
    const [sentence] = this.left ?? [];
    if (!sentence) return this.stop();
    const spoken = new SpeechSynthesisUtterance(sentence.text);
    spoken.lang = document.documentElement.lang;
    spoken.voice = voiceFor(spoken.lang) ?? null;
    spoken.onend = () => {
      if (this.spoken !== spoken) return; // it was cut off: paused or stopped
      this.left?.shift();
      this.speak();
    };
    spoken.onerror = () => this.spoken === spoken && this.stop();
    this.spoken = spoken;
    mark(sentence);
    speechSynthesis.speak(spoken);
  }

  pause() {
    this.spoken = undefined;
    speechSynthesis.cancel();
    this.show("paused");
  }

  stop() {
    this.pause();
    this.left = undefined;
    mark();
    this.show("idle");
    current = undefined;
  }

  /** Another step, card or question is shown: what nobody sees is not read on. */
  stopIfGone() {
    if (!this.passage.checkVisibility()) this.stop();
  }

  /** @param {"idle" | "reading" | "paused"} state */
  show(state) {
    this.line.dataset.state = state;
    this.button.setAttribute("aria-label", fill(this.line.dataset[state] ?? "", { name: this.name }));
    this.end.hidden = state === "idle";
  }
}

/** Mark the sentence that is read, or none. @param {import("./sentences.js").Sentence} [sentence] */
function mark(sentence) {
  document.querySelector("[data-heard]")?.removeAttribute("data-heard");
  CSS.highlights?.delete(MARK);
  if (!sentence) return;
  if (CSS.highlights) CSS.highlights.set(MARK, new Highlight(sentence.range));
  else sentence.block.setAttribute("data-heard", "");
  sentence.block.scrollIntoView({ block: "nearest" });
}
