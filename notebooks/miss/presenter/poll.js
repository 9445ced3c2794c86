import { find, findAll } from "../widgets/find.js";
import { createElement, interfaceText } from "./dom.js";
import { REASONS_STAGE, presentation } from "./presentation.js";

/** The first stage of a poll. */
const VOTING = 0;

/** The next stage of a poll, if any: without buttons for hands, there are no votes to show.
 *  @param {string} item @param {number} stage */
function nextStage(item, stage) {
  if (stage === REASONS_STAGE) return undefined;
  return DATA.items[item]?.includes('class="hands"') ? stage + 1 : REASONS_STAGE;
}

/** Advance the presentation to the poll's next stage, or to the next slide if there is one. */
export function advance() {
  const { slide, state } = presentation;
  const stage = slide.item ? nextStage(slide.item, state.stage) : undefined;
  if (stage !== undefined) presentation.update({ stage });
  else if (state.at < presentation.slides.length - 1) presentation.goTo(state.at + 1);
}

/** Add a poll on a question to an element; its votes are in the presentation.
 *  @param {Element} parent @param {string} item */
export function addPoll(parent, item) {
  const poll = createElement("section", "room", DATA.items[item]);
  poll.dataset.item = item;
  pollRows(poll).forEach((row, index) => {
    row.querySelector(".more")?.addEventListener("click", () => changeVotes(poll, index, 1));
    row.querySelector(".fewer")?.addEventListener("click", () => changeVotes(poll, index, -1));
  });
  parent.append(poll);
  return poll;
}

/** @param {Element} poll */
const pollRows = (poll) => findAll(poll, ".answers > li");

/** Change the votes for an answer. @param {HTMLElement} poll @param {number} index @param {number} change */
export function changeVotes(poll, index, change) {
  if (!pollRows(poll)[index]?.querySelector("output")) return;
  const item = poll.dataset.item ?? "";
  const votes = votesOf(poll).map((number, row) => Math.max(0, number + (row === index ? change : 0)));
  presentation.update({ hands: { ...presentation.state.hands, [item]: votes } });
}

/** The votes for each answer. @param {HTMLElement} poll @returns {number[]} */
function votesOf(poll) {
  const votes = presentation.state.hands[poll.dataset.item ?? ""] ?? [];
  return pollRows(poll).map((_, index) => votes[index] ?? 0);
}

/** Show a poll's votes at a stage. @param {HTMLElement} poll @param {number} stage */
export function renderPoll(poll, stage) {
  const votes = votesOf(poll);
  const total = votes.reduce((sum, number) => sum + number, 0);
  poll.dataset.stage = String(stage);
  pollRows(poll).forEach((row, index) => {
    const count = votes[index] ?? 0;
    const percent = total ? Math.round((100 * count) / total) : 0;
    const output = row.querySelector("output");
    if (!output) return;
    output.textContent = String(count);
    find(row, ".bar").style.inlineSize = `${percent}%`;
    find(row, ".percent").textContent = `${percent} % (${count})`;
  });
  if (stage === REASONS_STAGE) sortAnswers(poll);
}

/** Sort the answers into their places, if they have any. @param {HTMLElement} poll */
function sortAnswers(poll) {
  const rows = pollRows(poll).filter((row) => row.dataset.place);
  rows.sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place));
  rows[0]?.parentElement?.append(...rows);
}

/** Open a poll in a dialog on the page, without a slideshow. @param {string} item */
export function openPoll(item) {
  const dialog = /** @type {HTMLDialogElement} */ (createElement("dialog", "room-dialog"));
  const poll = addPoll(dialog, item);
  let stage = VOTING;
  const update = () => renderPoll(poll, stage);
  const nextButton = createElement("button", "on");
  nextButton.textContent = interfaceText("show_next");
  nextButton.addEventListener("click", () => {
    const next = nextStage(item, stage);
    if (next === undefined) return dialog.close();
    stage = next;
    update();
  });
  presentation.subscribe(update);
  dialog.append(nextButton);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  update();
  dialog.showModal();
}
