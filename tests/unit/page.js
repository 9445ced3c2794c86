// What the modules read of the page when they load. A test imports this module first.

export const dataset = { page: "home", course: "toy", address: "https://example.org/toy/" };
export const stored = new Map();

Object.assign(globalThis, {
  HTMLElement: class {},
  customElements: { get: () => undefined, define() {} },
  document: { documentElement: { dataset } },
  location: new URL("https://moodle.example.org/pluginfile.php/12/mod_resource/content/3/toy/home.html"),
  localStorage: {
    getItem: (/** @type {string} */ key) => stored.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => stored.set(key, value),
    removeItem: (/** @type {string} */ key) => stored.delete(key),
  },
  addEventListener() {},
});
