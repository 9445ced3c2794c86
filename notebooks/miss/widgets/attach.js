// The anywidget entry point: it connects a kernel's widget to its element. If the page already has this element, the
// widget attaches to it without re-rendering, and takes over the state of what was done before the kernel connected.
// Otherwise (JupyterLab) the element is created here, from the traits.

const DEBOUNCE_MS = 200; // clicks in quick succession are sent as one update

/** The course's page, if this runs in the hidden frame of one. @returns {Document | null} */
function coursePage() {
  try {
    return window.parent.document.querySelector("main.course") && window.parent.document;
  } catch {
    return null; // the parent is of another origin
  }
}

/**
 * @typedef {import("@anywidget/types").AnyModel<Record<string, any>>} Model
 * @typedef {import("./lesson.js").LessonElement} LessonElement
 */

/** Find the page's element for a model, unless another view is attached to it.
 *  @param {Model} model @returns {LessonElement | null | undefined} */
function findPageElement(model) {
  return coursePage()?.querySelector(`main.course [data-key="${CSS.escape(model.get("key"))}"]:not([data-attached])`);
}

/** @param {Model} model @param {HTMLElement} el @returns {LessonElement} */
function createElement(model, el) {
  el.innerHTML = model.get("html");
  customElements.upgrade(el);
  return /** @type {LessonElement} */ (el.firstElementChild);
}

/** @param {Model} model @param {LessonElement} element */
function readTraits(model, element) {
  return Object.fromEntries(Object.keys(element.state).map((name) => [name, model.get(name)]));
}

/** @param {Model} model @param {LessonElement["state"]} state */
function saveTraits(model, state) {
  // cloned, since the state's arrays and objects belong to another frame and fail this frame's instanceof checks
  for (const [name, value] of Object.entries(structuredClone(state))) model.set(name, value);
  model.save_changes();
}

/** @param {import("@anywidget/types").RenderProps} props */
function render({ model, el }) {
  const element = findPageElement(model) ?? createElement(model, el);
  if (el.contains(element)) element.state = readTraits(model, element);
  else saveTraits(model, element.state);
  element.dataset.attached = "";
  window.parent.postMessage({ kernel: "connected" }, "*");

  /** The timer of the next update to the kernel. Until it is sent, the element's state takes precedence.
   *  @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  const push = () => {
    clearTimeout(pending);
    pending = undefined;
    saveTraits(model, element.state);
  };
  const schedulePush = () => {
    clearTimeout(pending);
    pending = setTimeout(push, DEBOUNCE_MS);
  };
  const pull = () => {
    const next = readTraits(model, element);
    if (!pending && JSON.stringify(next) !== JSON.stringify(element.state)) element.state = next;
  };
  element.addEventListener("lesson-change", schedulePush);
  model.on("change", pull);
  return () => {
    if (pending) push();
    element.removeEventListener("lesson-change", schedulePush);
    model.off("change", pull);
    delete element.dataset.attached;
  };
}

export default { render };
