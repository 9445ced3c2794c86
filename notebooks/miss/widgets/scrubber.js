const TAP_PX = 4; // a pointer that moves less has tapped

/**
 * A range input with a stop at each whole number. Keys and taps go from stop to stop; a drag reports all that lies
 * between, and ends at a stop.
 */
export class Scrubber {
  /** Where the pointer was pressed, and whether it has dragged since. @type {{ x: number, dragged: boolean } | null} */
  #pressed = null;

  /** @param {HTMLInputElement} range @param {{ seek: (at: number) => void, goTo: (stop: number) => void }} callbacks */
  constructor(range, { seek, goTo }) {
    this.range = range;
    range.addEventListener("pointerdown", ({ button, clientX }) => {
      if (button !== 0) return; // a menu may open, and keep the release
      this.#pressed = { x: clientX, dragged: false };
      range.step = "any";
    });
    range.addEventListener("pointermove", ({ clientX }) => {
      if (this.#pressed && Math.abs(clientX - this.#pressed.x) >= TAP_PX) this.#pressed.dragged = true;
    });
    range.addEventListener("input", () => {
      if (this.#pressed?.dragged) seek(Number(range.value));
      else goTo(Math.round(Number(range.value)));
    });
    const release = () => {
      const dragged = this.#pressed?.dragged;
      this.#pressed = null;
      range.step = "1";
      if (dragged) goTo(Math.round(Number(range.value)));
    };
    for (const type of ["change", "pointerup", "pointercancel"]) range.addEventListener(type, release);
  }

  /** Show where the thumb is. @param {number} at */
  show(at) {
    this.range.closest("div")?.style.setProperty("--at", String(at));
    if (!this.#pressed?.dragged) this.range.value = String(at);
  }
}
