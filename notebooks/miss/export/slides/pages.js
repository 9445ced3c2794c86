// What is printed, and what PowerPoint's slides are read from. Python calls what stands on `window.pages`.

import { buildsOf } from "../../presenter/builds.js";
import { createElement } from "../../presenter/dom.js";
import { drawLeaders } from "../../presenter/leaders.js";
import { notesOf } from "../../presenter/notes.js";
import { presentation } from "../../presenter/presentation.js";
import { Stage } from "../../presenter/stage.js";
import { find, findAll } from "../../widgets/find.js";
import { lightLabels } from "./labels.js";
import { innerTextOf } from "./paragraphs.js";
import { readShapes } from "./shapes.js";
import { isAsked, reasonsOf, solutionOf } from "./solution.js";
import { fitLetters, groupsOf, toldPages } from "./told.js";

/** @typedef {{ shapes: import("./shapes.js").Shape[], notes: string }} ReadSlide */

const COLORS = ["ink", "paper", "soft", "plate", "teal", "coral", "amber", "leaf", "alarm", "edge"];

/** Put a stage on the page. @param {string} id @param {number} build */
function addStage(id, build) {
  const stage = new Stage();
  document.body.append(stage.element); // first: what is not on the page has no size
  stage.show(id, build);
  return stage;
}

const { classList } = document.documentElement;

/** Remove all stages, and show what is written again. */
function clear() {
  document.body.replaceChildren();
  classList.remove("bare");
}

/** Show every slide of the session after its last press; returns their titles. */
function showDeck() {
  clear();
  for (const { slide } of presentation.deck) addStage(slide, buildsOf(slide));
  return presentation.deck.map(({ slide }) => DATA.slides[slide]?.title ?? "");
}

/** Read every slide of the session; after one that asks comes one with the solution. @returns {ReadSlide[]} */
function readDeck() {
  clear();
  classList.add("in-boxes");
  const slides = presentation.deck.flatMap(({ slide }, at) => {
    const stage = addStage(slide, 0);
    const notes = innerTextOf(notesOf(at));
    const { element } = stage;
    if (isAsked(element)) {
      const shown = find(element, ".slide");
      fitLetters(shown, find(element, ".layout"));
      drawLeaders(shown);
      return [readSlide(element, notes), ...readSolution(element)];
    }
    stage.show(slide, buildsOf(slide));
    lightLabels(element);
    return [readSlide(element, notes)];
  });
  classList.add("bare"); // from now on pictures are taken
  return slides;
}

/** @param {HTMLElement} stage @param {string} notes @returns {ReadSlide} */
const readSlide = (stage, notes) => ({ shapes: readShapes(stage), notes });

/** @param {HTMLElement} element @returns {string} HTML */
const titleOf = (element) => find(element, "h1, h2").innerHTML;

/** @param {HTMLElement} stage */
function readSolution(stage) {
  const reasons = reasonsOf(stage);
  return toldPages(`${titleOf(stage)} ✓`, solutionOf(stage)).map((page) => readSlide(page, reasons));
}

/** Read the first slide, and after it the sections of a sheet as slides. @param {string} html @returns {ReadSlide[]} */
function readSheet(html) {
  clear();
  const first = addStage(presentation.deck[0]?.slide ?? "", 0).element;
  const sheet = new DOMParser().parseFromString(html, "text/html");
  const pages = findAll(sheet, "main section").flatMap((section) => toldPages(titleOf(section), groupsOf(section)));
  return [first, ...pages].map((page) => readSlide(page, ""));
}

/** The colors of the course, as a style has them. */
function colors() {
  const probe = document.body.appendChild(createElement("i", ""));
  const found = COLORS.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found);
}

document.head.append(createElement("style", "", DATA.style));
presentation.update({ minutes: Number(document.documentElement.dataset.minutes) });
Object.assign(window, { pages: { colors, readDeck, readSheet, showDeck } });
