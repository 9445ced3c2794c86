// What comes back: which questions are due today, when the next ones are, and a calendar file that reminds of them.

import { fill } from "../../widgets/fill.js";
import { find } from "../../widgets/find.js";
import { define } from "../../widgets/lesson.js";
import { calendarFile } from "./calendar.js";
import { progressLink } from "./carry_progress.js";
import { progressStore } from "./progress_store.js";
import { WAITS, addDays, isDue, localDay, returnsAfter, validReturns } from "./returns.js";
import { saveFile } from "./save_file.js";

const SECONDS_AT_ONCE = 200; // about three minutes
const RETURNS = "returns"; // among the states of the progress store
const STORAGE_TOLD = "storage told";

/** Record when the questions of an interaction come back, as its answers change.
 *  @param {{ key: string, state: any, judged: Record<string, boolean> }} change @returns {Record<string, any>} states */
export function changedReturns({ key, state, judged }) {
  const before = progressStore.states[key]?.answers ?? {};
  const answered = Object.entries(judged).filter(([id]) => `${before[id]}` !== `${state.answers[id]}`);
  if (!answered.length) return {};
  const returns = validReturns(progressStore.states[RETURNS]);
  return { [RETURNS]: returnsAfter(returns, Object.fromEntries(answered), localDay(new Date())) };
}

class CourseReturns extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words ?? "{}");
    /** How many seconds each question takes, by its id, in order. @type {Record<string, number>} */
    this.seconds = JSON.parse(this.dataset.seconds ?? "{}");
    this.tellsStorage = forgetsStorage() && progressStore.states[STORAGE_TOLD] === undefined;
    find(this, ".to-calendar").addEventListener("click", () => this.saveCalendar());
    this.render();
  }

  render() {
    const returns = validReturns(progressStore.states[RETURNS]);
    const today = localDay(new Date());
    const ids = Object.keys(this.seconds ?? {}).filter((id) => returns[id]?.[0]);
    const due = ids.filter((id) => returns[id] && isDue(returns[id], today));
    const later = ids.filter((id) => !due.includes(id));
    this.next = earliest(later.map((id) => returns[id]?.[0] ?? ""));
    this.hidden = ids.length === 0;
    find(this, "h2").textContent = due.length ? this.words.due_title : this.words.coming_title;
    this.renderDue(due);
    this.renderComing(later.filter((id) => returns[id]?.[0] === this.next));
    this.tellStorage();
  }

  /** @param {string[]} ids of the questions that are due */
  renderDue(ids) {
    const now = ids.filter((_, index) => index === 0 || this.secondsOf(ids.slice(0, index + 1)) <= SECONDS_AT_ONCE);
    const values = { count: ids.length, now: now.length, minutes: this.minutes(now) };
    const { due_today, due_more, answer } = this.words;
    find(this, ".due").hidden = now.length === 0;
    find(this, ".due p").textContent = fill(ids.length > now.length ? due_more : due_today, values);
    /** @type {HTMLAnchorElement} */
    const link = find(this, ".due a");
    link.href = `${this.dataset.page}?${this.dataset.parameter}=${now}`;
    link.textContent = fill(answer, values);
  }

  /** @param {string[]} ids of those that are due next */
  renderComing(ids) {
    find(this, ".coming").hidden = !this.next;
    const values = { count: ids.length, day: longDay(this.next ?? "") };
    find(this, ".coming p").textContent = fill(this.words.coming, values);
  }

  /** @param {string[]} ids */
  secondsOf(ids) {
    return ids.reduce((sum, id) => sum + (this.seconds?.[id] ?? 0), 0);
  }

  /** How many minutes some questions take, in whole ones. @param {string[]} ids */
  minutes(ids) {
    return Math.max(1, Math.round(this.secondsOf(ids) / 60));
  }

  /** Say once what this browser may do to what is stored. */
  tellStorage() {
    find(this, ".storage").hidden = !this.tellsStorage;
    if (this.tellsStorage && this.next) progressStore.update({ states: { [STORAGE_TOLD]: "yes" } });
  }

  async saveCalendar() {
    const { course = "" } = document.documentElement.dataset;
    const { reminder: title, reminder_text: text, file_name } = this.words;
    const link = await progressLink();
    const days = reminderDays(this.next ?? "");
    const reminders = days.map((day, index) => ({ id: `${course}-returns-${index}`, day, title, text, link }));
    saveFile(`${file_name}.ics`, calendarFile(reminders, course, new Date()), "text/calendar;charset=utf-8");
  }
}

/** @param {string[]} days @returns {string} the first of them; "" if there are none */
const earliest = (days) => days.reduce((first, day) => (first && first < day ? first : day), "");

/** The days to be reminded on: that of the next questions, and those on which they come back once they are right.
 *  @param {string} next */
function reminderDays(next) {
  const [, second = 0, third = 0] = WAITS;
  return [next, addDays(next, second), addDays(next, second + third)];
}

/** @param {string} day as in "2026-12-02", or "" */
function longDay(day) {
  const { lang } = document.documentElement;
  return day && new Date(`${day}T12:00`).toLocaleDateString(lang, { weekday: "long", day: "numeric", month: "long" });
}

/** Whether this browser deletes what a site stores after seven days without a visit: Apple's do, unless the site was
 *  added to the home screen. */
function forgetsStorage() {
  return navigator.vendor.startsWith("Apple") && !matchMedia("(display-mode: standalone)").matches;
}

/** Show what has changed, wherever the page tells it. */
export function renderReturns() {
  for (const element of document.querySelectorAll("course-returns")) {
    if (element instanceof CourseReturns) element.render();
  }
}

export const defineCourseReturns = () => define("course-returns", CourseReturns);
