// Read a passage aloud with the browser's speech synthesis, sentence by sentence, and highlight the current sentence.
// Pausing cancels the sentence, and resuming starts it again: on Android speechSynthesis.pause() cannot be resumed.

import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { splitSentences } from "./sentences.js";
import { cloneTemplate } from "./template.js";

const PASSAGES =
  "main :is(.entry, [data-passage]), :is(main, .moment) > :is(header, section):not(.page-sources, .trainer-bar)";
const HIGHLIGHT = "reading";

/** The reader that is active or paused. @type {PassageReader | undefined} */
let activeReader;

/** A voice for the course's language; preferably one that is local to this device. @param {string} language */
function findVoice(language) {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
  return voices.find((voice) => voice.localService) ?? voices[0];
}

/** Add the buttons to every passage as soon as a voice is available; without a voice there are no buttons. */
export function addReadAloudButtons() {
  if (!("speechSynthesis" in window)) return;
  const addButtons = () => {
    if (!findVoice(document.documentElement.lang)) return;
    speechSynthesis.onvoiceschanged = null;
    for (const passage of document.querySelectorAll(PASSAGES)) new PassageReader(passage);
    addEventListener("pagehide", () => activeReader?.stop());
    document.addEventListener("lesson-change", () => activeReader?.stopIfHidden());
  };
  speechSynthesis.onvoiceschanged = addButtons; // some browsers load their voices late
  addButtons();
}

/** The two buttons of a passage, and the sentences that remain to be read. */
class PassageReader {
  /** @param {Element} passage */
  constructor(passage) {
    this.passage = passage;
    /** The sentences that remain to be read. @type {import("./sentences.js").Sentence[] | undefined} */
    this.remaining = undefined;
    this.controls = cloneTemplate("template.read-aloud");
    /** @type {HTMLElement} */
    this.playButton = find(this.controls, "button:first-of-type");
    /** @type {HTMLElement} */
    this.stopButton = find(this.controls, "button:last-of-type");
    this.playButton.addEventListener("click", () => (this.utterance ? this.pause() : this.play()));
    this.stopButton.addEventListener("click", () => {
      this.playButton.focus(); // before the focused button is hidden
      this.stop();
    });
    const legend = passage.querySelector(":scope > legend"); // must stay the first child of its fieldset
    if (legend) legend.after(this.controls);
    else passage.prepend(this.controls);
    this.setState("idle");
  }

  get name() {
    const named = /** @type {HTMLElement | null} */ (this.passage.closest("[data-name]"));
    const heading =
      this.passage.querySelector("[data-passage-name]:not(:empty)") ?? this.passage.querySelector("h1, h2, h3");
    return named?.dataset.name ?? heading?.textContent.trim() ?? "";
  }

  play() {
    if (activeReader !== this) activeReader?.stop();
    activeReader = this;
    this.remaining ??= splitSentences(this.passage, document.documentElement.lang);
    this.setState("reading");
    this.speakNext();
  }

  speakNext() {
    const [sentence] = this.remaining ?? [];
    if (!sentence) return this.stop();
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = document.documentElement.lang;
    utterance.voice = findVoice(utterance.lang) ?? null;
    utterance.onend = () => {
      if (this.utterance !== utterance) return; // it was cancelled: paused or stopped
      this.remaining?.shift();
      this.speakNext();
    };
    utterance.onerror = () => this.utterance === utterance && this.stop();
    this.utterance = utterance;
    highlight(sentence);
    speechSynthesis.speak(utterance);
  }

  pause() {
    this.utterance = undefined;
    speechSynthesis.cancel();
    this.setState("paused");
  }

  stop() {
    this.pause();
    this.remaining = undefined;
    highlight();
    this.setState("idle");
    activeReader = undefined;
  }

  /** Stop when another step, card or question replaces this passage. */
  stopIfHidden() {
    if (!this.passage.checkVisibility()) this.stop();
  }

  /** @param {"idle" | "reading" | "paused"} state */
  setState(state) {
    this.controls.dataset.state = state;
    this.playButton.setAttribute("aria-label", fill(this.controls.dataset[state] ?? "", { name: this.name }));
    this.stopButton.hidden = state === "idle";
  }
}

/** Highlight the sentence being read, or none. @param {import("./sentences.js").Sentence} [sentence] */
function highlight(sentence) {
  document.querySelector("[data-heard]")?.removeAttribute("data-heard");
  CSS.highlights?.delete(HIGHLIGHT);
  if (!sentence) return;
  if (CSS.highlights) CSS.highlights.set(HIGHLIGHT, new Highlight(sentence.range));
  else sentence.block.setAttribute("data-heard", "");
  sentence.block.scrollIntoView({ block: "nearest" });
}
