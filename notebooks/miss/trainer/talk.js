// @ts-check
// The talk that is given on this device: how long it is, which slide is on, since when. It is kept on the device, so
// that a second window follows it and a reload finds its place. Storage blocked: it lasts as long as the page.

const PLACE = `course ${document.documentElement.dataset.course} talk`;

/** @typedef {{ minutes: number, at: number, started: number, black: boolean, stage: number, hands: Record<string, number[]> }} Talk */
/** @type {Talk} */
const NEW = { minutes: 45, at: 0, started: 0, black: false, stage: 0, hands: {} };

/** @returns {Talk} */
function read() {
  try {
    return { ...NEW, ...JSON.parse(localStorage.getItem(PLACE) ?? "{}") };
  } catch {
    return { ...NEW };
  }
}

let now = read();
/** @type {(() => void)[]} */
const followers = [];
const tellAll = () => followers.forEach((follower) => follower());

addEventListener("storage", ({ key }) => {
  if (key !== PLACE) return;
  now = read();
  tellAll();
});

export const talk = {
  get now() {
    return now;
  },

  /** The slides of this talk. @returns {any[]} */
  get slides() {
    return GIVEN.decks[now.minutes] ?? [];
  },

  get slide() {
    return this.slides[now.at] ?? this.slides[0];
  },

  /** Whole seconds since the talk began. */
  get elapsed() {
    return now.started ? Math.floor((Date.now() - now.started) / 1000) : 0;
  },

  /** @param {Partial<Talk>} part */
  change(part) {
    now = { ...now, ...part };
    try {
      localStorage.setItem(PLACE, JSON.stringify(now));
    } catch {
      // blocked or full: this window goes on alone
    }
    tellAll();
  },

  /** Begin anew, with the same length. */
  begin() {
    this.change({ ...NEW, minutes: now.minutes });
  },

  /** Put another slide on, at a question's first or last stage; the clock starts with the first slide after the title.
   *  @param {number} at @param {number} [stage] */
  go(at, stage = 0) {
    const within = Math.min(Math.max(at, 0), this.slides.length - 1);
    this.change({ at: within, stage, black: false, started: now.started || (within > 0 ? Date.now() : 0) });
  },

  /** Do something at each change, from whichever window. @param {() => void} work */
  follow(work) {
    followers.push(work);
  },
};
