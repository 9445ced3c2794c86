// @ts-check

/** Do something once the page has loaded and is at rest. @param {() => void} work */
export function whenIdle(work) {
  const rest = window.requestIdleCallback ?? ((start) => setTimeout(start, 500));
  const start = () => rest(() => work(), { timeout: 3000 });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
