// Runs in a page before its own scripts and notes when a visitor first sees it, first gets an answer, and how fast.
// `window.benchClicks` (set by visit.py) makes it try a control until the control works.
(() => {
  if (window !== window.top) return; // the frame behind a page is nobody's view
  const CONTROLS = "condition-selector .choices label, button.bare";
  const OPEN = "condition-selector [data-open], .told[data-open]";
  const PATIENCE = 2000; // ms after which a click counts as lost
  /** What the page and its parts were when a click worked; their sizes are read later, when they are known. @type {any[]} */
  let loading = [];
  const bench = {
    seen: 0,
    working: 0,
    get loaded() {
      return loading.map((entry) => entry.transferSize);
    },
    paints: [],
    lost: 0,
    shift: 0,
  };
  window.bench = bench;

  const visible = (element) =>
    element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().height > 0;

  /** What is open now; a click that works changes it. */
  const shown = () =>
    [...document.querySelectorAll(OPEN)]
      .filter(visible)
      .map((entry) => entry.dataset.id)
      .join();

  /** Is the control on top where a finger would go, or does something (a spinner) cover it? */
  function reachable(control) {
    if (!visible(control)) return false;
    control.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = control.getBoundingClientRect();
    return control.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  }

  function tryControl() {
    const control = [...document.querySelectorAll(CONTROLS)].find((one) => !one.control?.checked && reachable(one));
    const before = shown();
    control?.click();
    if (!control || shown() === before) return;
    bench.working = performance.now();
    loading = performance.getEntries().filter((entry) => "transferSize" in entry); // the page itself included
  }

  function poll() {
    if (!bench.seen && visible(document.querySelector("h1"))) bench.seen = performance.now();
    if (bench.seen && window.benchClicks && !bench.working) tryControl();
    if (!bench.seen || (window.benchClicks && !bench.working)) setTimeout(poll, 4);
  }

  /** From the finger leaving the control to the first frame in which its answer is painted. */
  function timePaint({ timeStamp }) {
    const before = shown();
    const painted = new MessageChannel(); // a task of its own: it runs after the frame is painted
    painted.port1.onmessage = () => {
      const took = performance.now() - timeStamp;
      if (shown() !== before) bench.paints.push(took);
      else if (took < PATIENCE) next();
      else bench.lost++;
    };
    const next = () => requestAnimationFrame(() => painted.port2.postMessage(0));
    next();
  }

  const noteShifts = (list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) bench.shift += entry.value;
  };
  new PerformanceObserver(noteShifts).observe({ type: "layout-shift", buffered: true });
  addEventListener("pointerup", timePaint, { capture: true });
  poll();
})();
