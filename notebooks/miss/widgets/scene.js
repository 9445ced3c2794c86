// A drawing that moves: its states are stops on one way, which a number measures, the depth. Its style sheet places
// what moves by `--depth`. Between two stops, a layer with `data-depth` is shown from one depth to another (pairs of
// numbers); other layers are shown as at the nearer stop.

import { asObject } from "./objects.js";

const TRAVEL_MS = 900; // from a stop to the next one
const FAR_MS = 1600; // to any other

/** @typedef {{ state: string, depth: number }} Stop */

/** The stops of a drawing, by depth; none if it does not move. @param {SVGElement} svg @returns {Stop[]} */
export function stopsOf(svg) {
  const depths = asObject(JSON.parse(svg.dataset.depths ?? "{}"));
  return Object.entries(depths)
    .map(([state, depth]) => ({ state, depth: Number(depth) }))
    .sort((one, other) => one.depth - other.depth);
}

/** Show some layers and hide the others. @param {SVGElement} svg @param {(layer: SVGElement) => boolean} isOn */
export function switchLayers(svg, isOn) {
  /** @type {NodeListOf<SVGElement>} */
  const layers = svg.querySelectorAll(".layer");
  for (const layer of layers) {
    const on = isOn(layer);
    layer.classList.toggle("on", on);
    layer.classList.toggle("off", !on);
  }
}

/** Whether a state shows a layer: `data-show` lists the states that do, `data-hide` those that do not.
 *  @param {SVGElement} layer @param {string} state */
export function isShownIn({ dataset }, state) {
  const listed = (dataset.show ?? dataset.hide ?? "").split(" ").includes(state);
  return dataset.show === undefined ? !listed : listed;
}

/** Whether a layer is seen at a depth. @param {SVGElement} layer @param {number} depth */
function isShownAt({ dataset }, depth) {
  const ends = (dataset.depth ?? "").split(" ").map(Number);
  return ends.some((from, index) => index % 2 === 0 && depth >= from && depth <= (ends[index + 1] ?? Number.NaN));
}

/** The way of a drawing from stop to stop. */
export class Scene {
  #frame = 0;

  /** @param {SVGElement} svg @param {(state: string) => void} showStop shows a state at rest */
  constructor(svg, showStop) {
    this.svg = svg;
    this.showStop = showStop;
    this.stops = stopsOf(svg);
    this.depth = this.#depthOf(svg.dataset.state ?? "");
  }

  /** Show a state at once. @param {string} state */
  show(state) {
    cancelAnimationFrame(this.#frame);
    this.depth = this.#depthOf(state);
    this.svg.removeAttribute("data-between");
    this.showStop(state);
  }

  /** Show a place between two stops. @param {number} at the index of the one before it, and how far it is to the next */
  seek(at) {
    cancelAnimationFrame(this.#frame);
    const index = Math.min(Math.max(Math.floor(at), 0), this.stops.length - 1);
    const [from, to] = [this.stops[index]?.depth ?? 0, this.stops[index + 1]?.depth];
    this.#showDepth(to === undefined ? from : from + (at - index) * (to - from));
  }

  /** Go on to a state through all that lies between; at once, if motion is unwelcome or nobody looks.
   *  @param {string} state */
  travel(state) {
    const [from, to] = [this.depth, this.#depthOf(state)];
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
    if (still || from === to) return this.show(state);
    const passed = this.stops.filter(({ depth }) => (depth - from) * (depth - to) < 0).length;
    this.#animate(from, to, passed ? FAR_MS : TRAVEL_MS, () => this.show(state));
  }

  /** @param {number} from @param {number} to depths @param {number} duration in ms @param {() => void} end */
  #animate(from, to, duration, end) {
    cancelAnimationFrame(this.#frame);
    /** @type {number | undefined} */
    let start;
    /** @param {number} now */
    const step = (now) => {
      start ??= now;
      const done = (now - start) / duration;
      if (done >= 1) return end();
      this.#showDepth(from + (to - from) * done * done * (3 - 2 * done)); // starts and ends slowly
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** @param {number} depth */
  #showDepth(depth) {
    const far = (/** @type {Stop} */ stop) => Math.abs(stop.depth - depth);
    const nearest = this.stops.reduce((one, other) => (far(other) < far(one) ? other : one)).state;
    this.depth = depth;
    this.svg.dataset.between = "";
    this.svg.style.setProperty("--depth", String(depth));
    switchLayers(this.svg, (layer) =>
      layer.dataset.depth === undefined ? isShownIn(layer, nearest) : isShownAt(layer, depth),
    );
  }

  /** @param {string} state */
  #depthOf(state) {
    return this.stops.find((stop) => stop.state === state)?.depth ?? 0;
  }
}
