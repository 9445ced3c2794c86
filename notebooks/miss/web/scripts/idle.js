// @ts-check

const MOMENT = 1000; // ms without a click, a key or a scroll after which a reader counts as reading
const DOING = ["pointerdown", "click", "keydown", "scroll"];

/** Do something once the page has loaded and is at rest. @param {() => void} work */
export function whenIdle(work) {
  const rest = window.requestIdleCallback ?? ((start) => setTimeout(start, 500));
  const start = () => rest(() => work(), { timeout: 3000 });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

let lastDone = -MOMENT;
for (const event of DOING) {
  addEventListener(event, () => (lastDone = performance.now()), { capture: true, passive: true });
}

/** Do something heavy once the page is at rest and so is its reader: it must not slow the answer to a click.
 *  @param {() => void} work */
export function whenLeftAlone(work) {
  const look = () => {
    const left = lastDone + MOMENT - performance.now();
    if (left > 0) setTimeout(look, left);
    else work();
  };
  whenIdle(look);
}
