// @ts-check
// Where the kernel's side meets the element. If the page already shows this widget, the kernel takes it over as
// it stands: nothing is moved or drawn again, and what was done before the kernel came is what the traits become.
// Elsewhere (JupyterLab) the element is made here, from the traits.

const MOMENT = 200; // ms: clicks that follow each other are told together

/** The course's page, if this runs in the frame behind it. @returns {Document | null} */
function coursePage() {
  try {
    return window.parent.document.querySelector("main.course") && window.parent.document;
  } catch {
    return null; // somebody else's frame, which may not be looked into
  }
}

/** Find the page's own element for a model, unless another view has it. @returns {any} */
function standing(model) {
  return coursePage()?.querySelector(`main.course [data-key="${CSS.escape(model.get("key"))}"]:not([data-attached])`);
}

function made(model, el) {
  el.innerHTML = model.get("html");
  customElements.upgrade(el);
  return el.firstElementChild;
}

function traits(model, element) {
  return Object.fromEntries(Object.keys(element.state).map((name) => [name, model.get(name)]));
}

function send(model, state) {
  // the state comes from another frame, whose arrays and objects are strangers to this one's widgets
  for (const [name, value] of Object.entries(structuredClone(state))) model.set(name, value);
  model.save_changes();
}

function render({ model, el }) {
  const element = standing(model) ?? made(model, el);
  if (el.contains(element)) element.state = traits(model, element);
  else send(model, element.state);
  element.dataset.attached = "";
  window.parent.postMessage({ kernel: "connected" }, "*");

  /** What was done goes to the kernel when its answer is on the screen; until then it is what counts.
   *  @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const push = () => {
    clearTimeout(waiting);
    waiting = undefined;
    send(model, element.state);
  };
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(push, MOMENT);
  };
  const pull = () => {
    const next = traits(model, element);
    if (!waiting && JSON.stringify(next) !== JSON.stringify(element.state)) element.state = next;
  };
  element.addEventListener("lesson-change", changed);
  model.on("change", pull);
  return () => {
    if (waiting) push();
    element.removeEventListener("lesson-change", changed);
    model.off("change", pull);
    delete element.dataset.attached;
  };
}

export default { render };
