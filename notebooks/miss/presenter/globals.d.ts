/** The texts, notes, decks and slides of the presenter's views; see presenter/script.py. */
declare const DATA: PresenterData;

interface PresenterData {
  words: Record<PresenterWord, import("../widgets/fill.js").Word>;
  style: string;
  notes: Note[];
  plans: Record<string, PlanStep[]>;
  decks: Record<string, PlannedSlide[]>;
  slides: Record<string, Slide>;
  drawings: Record<string, string>;
  asides: { selector: string; html: string }[];
  join: string;
  codeAlt: string;
}

type PresenterWord =
  | "answer_key"
  | "back"
  | "black"
  | "black_now"
  | "black_screen"
  | "end"
  | "fewer"
  | "forward"
  | "hands"
  | "hands_for"
  | "hands_keys"
  | "hands_total"
  | "join"
  | "keys"
  | "left"
  | "minutes"
  | "more"
  | "next_press"
  | "next_slide"
  | "notes_title"
  | "notes_window"
  | "now"
  | "over"
  | "plan"
  | "planned"
  | "present"
  | "present_here"
  | "present_on"
  | "presses"
  | "restart"
  | "session"
  | "show_next"
  | "show_slide"
  | "slide_of"
  | "slide_says"
  | "stage"
  | "used"
  | "view";

/** A trainer's note: its subject, the page that it is on if it is a section's, and where it is shown. */
interface Note {
  kind: string;
  id: string;
  page: string;
  selector: string;
  html: string;
}

/** An item of a session's plan: when it starts and how long it takes, in minutes. */
interface PlanStep {
  kind: string;
  id: string;
  title: string;
  start: number;
  minutes: number;
}

/** A slide in a deck, by id, and the item of the plan that it belongs to, by its number. */
interface PlannedSlide {
  slide: string;
  step: number | null;
}

/** A slide; see schema/slide.py. `choices` is how many answers of its question can be voted on. */
interface Slide {
  title: string;
  html: string;
  notes: string;
  place: string;
  kind: string;
  about: string;
  item: string;
  page: string;
  choices: number;
}
