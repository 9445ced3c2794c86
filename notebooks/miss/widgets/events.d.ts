import type { LessonElement } from "./lesson.js";

/** What the event `lesson-change` reports: an element's key, its new state, and how much of it is done. */
interface LessonChange {
  key: string;
  state: Record<string, unknown>;
  progress: LessonElement["progress"];
  /** Whether each answer that is given now is right, by the id of the question. */
  judged: Record<string, boolean>;
}

declare global {
  interface DocumentEventMap {
    "lesson-change": CustomEvent<LessonChange>;
  }
}
