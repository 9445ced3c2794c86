// A voice that says nothing: it writes down what it is asked to say, and ends a sentence when it is told to.
(() => {
  const voice = { lang: "en-US", name: "Nobody", localService: true };
  const spoken = { said: [], now: null };
  window.spoken = Object.assign(spoken, {
    /** Come to the end of the sentence that is being said. */
    end() {
      const { now } = spoken;
      spoken.now = null;
      now?.onend?.();
    },
  });
  class Utterance {
    constructor(text) {
      this.text = text;
    }
  }
  const synthesizer = {
    getVoices: () => [voice],
    speak(utterance) {
      spoken.now = utterance;
      spoken.said.push(utterance.text);
    },
    cancel: () => spoken.end(),
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesizer });
  window.SpeechSynthesisUtterance = Utterance;
})();
