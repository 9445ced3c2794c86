// @ts-check
// Which view the page is in: a student's, unless the address or this device asks for one of the trainer's. What those
// show is in a script of its own, which a student's page never loads.
import { record } from "./record.js";

const KEPT = ["student", "trainer"];
const VIEWS = ["trainer", "present", "notes"];

export function openView() {
  const { dataset } = document.documentElement;
  if (!dataset.trainer) return; // a build for students only
  const asked = new URLSearchParams(location.search).get("view");
  if (asked && KEPT.includes(asked)) record.keep({ states: { view: asked } });
  dataset.view = asked ?? record.states.view ?? "student";
  if (!VIEWS.includes(dataset.view ?? "")) return;
  const script = document.createElement("script");
  script.src = dataset.trainer;
  document.head.append(script);
}
