// The view of the page: the student's by default, one of the presenter's if the URL or the progress store says so. The
// presenter's views are in a separate script, which the student's view does not load.
import { progressStore } from "./progress_store.js";

const STORED_VIEWS = ["student", "trainer"];
const PRESENTER_VIEWS = ["trainer", "present", "notes"];

/** @returns {Promise<void>} when the view is set up */
export async function initView() {
  const { dataset } = document.documentElement;
  if (!dataset.trainer) return; // a build for students only
  const requested = new URLSearchParams(location.search).get("view");
  if (requested && STORED_VIEWS.includes(requested)) progressStore.update({ states: { view: requested } });
  dataset.view = requested ?? progressStore.states.view ?? "student";
  if (!PRESENTER_VIEWS.includes(dataset.view ?? "")) return;
  const script = document.createElement("script");
  script.src = dataset.trainer;
  document.head.append(script);
  await new Promise((resolve) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", resolve);
  });
}
