/** The texts, notes, decks and polls of the presenter's views; see presenter/script.py. */
declare const DATA: PresenterData;

interface PresenterData {
  words: Record<PresenterWord, import("../widgets/fill.js").Word>;
  style: string;
  notes: Note[];
  decks: Record<string, Slide[]>;
  items: Record<string, string>;
  asides: { selector: string; html: string }[];
}

type PresenterWord =
  | "back"
  | "black"
  | "end"
  | "forward"
  | "leave"
  | "minutes"
  | "next_up"
  | "notes_window"
  | "present"
  | "present_here"
  | "progress"
  | "restart"
  | "session"
  | "show_next"
  | "time"
  | "view";

/** A trainer's note: its subject, the page that it is on if it is a section's, and where it is shown. */
interface Note {
  kind: string;
  id: string;
  page: string;
  selector: string;
  html: string;
}

/** A slide of a deck; see schema/slide.py. */
interface Slide {
  page: string;
  title: string;
  show: string[];
  kind: string;
  id: string;
  until: number;
  query: string;
  click: string;
  item: string;
}
