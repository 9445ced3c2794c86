// Service worker: caches the course for offline use. The lines above define STATE, the version of this course, and
// FILES, which maps each file's URL to the version mark that its text contains ("" for none).
// Pages are network first, so that corrections arrive; all other files are cache first.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const FOLDER = new URL("./", location.href);
const CACHE_PREFIX = `course ${FOLDER.pathname} `; // caches are shared by all courses on a host
const CACHE_NAME = CACHE_PREFIX + STATE;
const PATHS = new Set(Object.keys(FILES).map((name) => new URL(name, FOLDER).pathname));
const NETWORK_TIMEOUT_MS = 3000;
const PAGE_MARK = "data-course="; // at the start of every page of a course, and of no login page

worker.addEventListener("install", (event) => event.waitUntil(precache().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(deleteOldCaches().then(() => worker.clients.claim())));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = cachedPath(new URL(request.url));
  if (request.method !== "GET" || !path) return; // not cached, or not part of the course
  event.respondWith(request.mode === "navigate" ? networkFirst(request, path) : cacheFirst(request));
});

/** The path under which a URL is cached, if it is. A folder is its index page; some hosts leave out `.html`.
 *  @param {URL} url */
function cachedPath({ origin, pathname }) {
  const path = pathname.replace(/\/$/, "/index.html");
  return origin === location.origin ? [path, `${path}.html`].find((each) => PATHS.has(each)) : undefined;
}

/** Cache one complete version or none: nothing is stored before all files have arrived. */
async function precache() {
  const responses = await Promise.all(Object.entries(FILES).map(fetchFile));
  try {
    const cache = await caches.open(CACHE_NAME);
    await Promise.all(responses.map(([name, response]) => cache.put(name, response)));
  } catch (quotaError) {
    await caches.delete(CACHE_NAME);
    throw quotaError;
  }
}

/** Fetch a file past the browser's HTTP cache, and reject one of another version.
 *  @param {[string, string]} file @returns {Promise<[string, Response]>} */
async function fetchFile([name, mark]) {
  const response = await fetch(name, { cache: "reload" });
  if (!response.ok || !(await response.clone().text()).includes(mark))
    throw new Error(`${name} is not of version ${STATE}.`);
  // a redirected response must not answer a navigation, so store its content as a new response
  return [name, response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response];
}

/** Delete all versions but this one and the previous one: a page of that may still be open and request its script. */
async function deleteOldCaches() {
  const earlier = (await courseCaches()).filter((name) => name !== CACHE_NAME);
  for (const name of earlier.slice(0, -1)) await caches.delete(name);
}

/** This folder's caches, oldest first. Names from before they contained the folder are identified by their content. */
async function courseCaches() {
  const names = await caches.keys();
  /** @param {string} name */
  const hasIndex = async (name) => name.startsWith("course-") && caches.match("index.html", { cacheName: name });
  const matches = await Promise.all(names.map(async (name) => name.startsWith(CACHE_PREFIX) || (await hasIndex(name))));
  return names.filter((_, index) => matches[index]);
}

/** Look a request up in the caches, in this version's first. @param {RequestInfo} request */
async function matchCached(request) {
  const earlier = (await courseCaches()).filter((name) => name !== CACHE_NAME).reverse();
  for (const cacheName of [CACHE_NAME, ...earlier]) {
    const response = await caches.match(request, { cacheName, ignoreVary: true });
    if (response) return response;
  }
  return undefined;
}

/** @param {Request} request */
async function cacheFirst(request) {
  return (await matchCached(request)) ?? fetch(request);
}

/** The page from the network if it is a page of the course and arrives in time, else from the cache.
 *  @param {Request} request @param {string} path */
async function networkFirst(request, path) {
  const controller = new AbortController();
  const timeout = setTimeout(() => controller.abort(), NETWORK_TIMEOUT_MS);
  try {
    const response = await (request.isReloadNavigation ? fetchAny : fetchCoursePage)(request, controller.signal);
    if (response) return response;
  } catch {
    // no network, or no response in time
  } finally {
    clearTimeout(timeout);
  }
  return (await matchCached(path)) ?? fetch(request);
}

/** Fetch a page of the course; an error, a login page or a notice in its place counts as no response.
 *  @param {Request} request @param {AbortSignal} signal */
async function fetchCoursePage(request, signal) {
  const response = await fetch(request.url, { cache: "no-cache", signal }); // does not follow redirects to other hosts
  if (!response.ok || !(await response.clone().text()).includes(PAGE_MARK)) return undefined;
  return response.redirected ? Response.redirect(response.url) : response;
}

/** On reload return whatever the server sends, so that users can see a login page or the course's new address.
 *  @param {Request} request @param {AbortSignal} signal */
async function fetchAny(request, signal) {
  const response = await fetch(request, { cache: "no-cache", signal });
  await response.clone().arrayBuffer(); // read to the end, so that a connection that breaks off counts as no response
  return response.status < 500 ? response : undefined;
}
