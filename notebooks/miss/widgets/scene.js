// A drawing that moves: it has stops on one way, which a number measures, the depth. Its style sheet places what moves by
// `--depth`. A layer with `data-depth` is shown from one depth to another (pairs of numbers), if the state at a stop shows
// it, and between two stops; other layers are shown as at the nearer stop.

import { asObject } from "./objects.js";

const TRAVEL_MS = 900; // from a stop to the next one
const FAR_MS = 1600; // to any other

/** A place to stop at, and the state that the drawing has there. @typedef {{ id: string, state: string, depth: number }} Stop */

/** The stops of a drawing, one a state, by depth; none if it does not move. @param {SVGElement} svg @returns {Stop[]} */
export function stopsOf(svg) {
  const depths = asObject(JSON.parse(svg.dataset.depths ?? "{}"));
  return Object.entries(depths)
    .map(([state, depth]) => ({ id: state, state, depth: Number(depth) }))
    .sort((one, other) => one.depth - other.depth);
}

/** Show a state of a drawing, at a depth if it moves. @param {SVGElement} svg @param {string} state @param {number} [depth] */
export function showState(svg, state, depth = stopsOf(svg).find((stop) => stop.state === state)?.depth) {
  svg.dataset.state = state;
  if (depth !== undefined) svg.style.setProperty("--depth", String(depth));
  switchLayers(svg, (layer) => isShownIn(layer, state) && (depth === undefined || isShownAt(layer, depth)));
}

/** Show some layers and hide the others. @param {SVGElement} svg @param {(layer: SVGElement) => boolean} isOn */
function switchLayers(svg, isOn) {
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
function isShownIn({ dataset }, state) {
  const listed = (dataset.show ?? dataset.hide ?? "").split(" ").includes(state);
  return dataset.show === undefined ? !listed : listed;
}

/** Whether a layer is seen at a depth. @param {SVGElement} layer @param {number} depth */
function isShownAt({ dataset }, depth) {
  if (dataset.depth === undefined) return true;
  const ends = dataset.depth.split(" ").map(Number);
  return ends.some((from, index) => index % 2 === 0 && depth >= from && depth <= (ends[index + 1] ?? Number.NaN));
}

/** The way of a drawing from stop to stop. */
export class Scene {
  #frame = 0;

  /** @param {SVGElement} svg @param {Stop[]} stops @param {(state: string) => void} [arrived] is told the state at a stop */
  constructor(svg, stops, arrived = () => {}) {
    this.svg = svg;
    this.stops = stops;
    this.arrived = arrived;
    this.depth = Number(svg.style.getPropertyValue("--depth"));
  }

  /** Show a stop at once. @param {string} id */
  show(id) {
    const stop = this.#find(id);
    cancelAnimationFrame(this.#frame);
    this.depth = stop.depth;
    this.svg.removeAttribute("data-between");
    showState(this.svg, stop.state, stop.depth);
    this.arrived(stop.state);
  }

  /** Show a place between two stops. @param {number} at the index of the one before it, and how far it is to the next */
  seek(at) {
    cancelAnimationFrame(this.#frame);
    const index = Math.min(Math.max(Math.floor(at), 0), this.stops.length - 1);
    const [from, to] = [this.stops[index]?.depth ?? 0, this.stops[index + 1]?.depth];
    this.#showDepth(to === undefined ? from : from + (at - index) * (to - from));
  }

  /** Go on to a stop through all that lies between; at once, if motion is unwelcome or nobody looks.
   *  @param {string} id */
  travel(id) {
    const [from, to] = [this.depth, this.#find(id).depth];
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
    if (still || from === to) return this.show(id);
    const passed = this.stops.filter(({ depth }) => (depth - from) * (depth - to) < 0).length;
    this.#animate(from, to, passed ? FAR_MS : TRAVEL_MS, () => this.show(id));
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
    const { state } = this.stops.reduce((one, other) => (far(other) < far(one) ? other : one));
    this.depth = depth;
    this.svg.dataset.between = "";
    this.svg.style.setProperty("--depth", String(depth));
    switchLayers(this.svg, (layer) =>
      layer.dataset.depth === undefined ? isShownIn(layer, state) : isShownAt(layer, depth),
    );
  }

  /** @param {string} id @returns {Stop} the first one, if there is none with that id */
  #find(id) {
    return this.stops.find((stop) => stop.id === id) ?? /** @type {Stop} */ (this.stops[0]);
  }
}
