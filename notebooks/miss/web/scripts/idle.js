const USER_IDLE_MS = 1000; // without a click, a key or a scroll
const USER_EVENTS = ["pointerdown", "click", "keydown", "scroll"];

/** Call back once the page has loaded and the browser is idle. @param {() => void} callback */
export function whenPageIdle(callback) {
  const requestIdle = window.requestIdleCallback ?? ((run) => setTimeout(run, 500));
  const start = () => requestIdle(() => callback(), { timeout: 3000 });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

let lastUserEvent = -USER_IDLE_MS;
const recordUserEvent = () => {
  lastUserEvent = performance.now();
};
for (const event of USER_EVENTS) addEventListener(event, recordUserEvent, { capture: true, passive: true });

/** Call back once the page and its user are idle, so that expensive work does not delay the response to a click; never
 *  if another page has replaced this one. @param {() => void} callback */
export function whenUserIdle(callback) {
  const { body } = document;
  const check = () => {
    if (document.body !== body) return;
    const remaining = lastUserEvent + USER_IDLE_MS - performance.now();
    if (remaining > 0) setTimeout(check, remaining);
    else callback();
  };
  whenPageIdle(check);
}
