// Keeps the course for when there is no network. Above this line stand STATE, which names this version of the course,
// and FILES: the address of each file, and the mark by which it is known to be of this version ("" for none).
// Pages come from the network while it gives them, so that a mended word arrives; all other files from what is kept.

const FOLDER = new URL("./", location.href);
const OURS = `course ${FOLDER.pathname} `; // a cache belongs to a host, where other courses may keep theirs
const KEPT = OURS + STATE;
const PATHS = new Set(Object.keys(FILES).map((name) => new URL(name, FOLDER).pathname));
const PATIENCE = 3000; // ms after which a server that does not answer is none
const PAGE = "data-course="; // stands at the head of every page of a course, and of no login

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(drop().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(new URL(request.url));
  if (request.method !== "GET" || !path) return; // not kept, or not ours
  event.respondWith(request.mode === "navigate" ? page(request, path) : file(request));
});

/** Under which path an address is kept, if it is. A folder is its first page; some hosts leave out `.html`. */
function pathOf({ origin, pathname }) {
  const path = pathname.replace(/\/$/, "/index.html");
  return origin === location.origin ? [path, `${path}.html`].find((each) => PATHS.has(each)) : undefined;
}

/** Keep one whole version or none: nothing is put away before all of it has come. */
async function keep() {
  const answers = await Promise.all(Object.entries(FILES).map(come));
  try {
    const cache = await caches.open(KEPT);
    await Promise.all(answers.map(([name, answer]) => cache.put(name, answer)));
  } catch (full) {
    await caches.delete(KEPT);
    throw full;
  }
}

/** Ask for a file past the browser's own cache, and refuse one that is not of this version. */
async function come([name, mark]) {
  const answer = await fetch(name, { cache: "reload" });
  if (!answer.ok || !(await answer.clone().text()).includes(mark)) throw new Error(`${name} is not of version ${STATE}.`);
  // a page may not be answered with what was led elsewhere, so it is kept as if it had stood here
  return [name, answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer];
}

/** Drop all but this version and the last one: a page of that may still be open and ask for its script. */
async function drop() {
  const earlier = (await own()).filter((name) => name !== KEPT);
  for (const name of earlier.slice(0, -1)) await caches.delete(name);
}

/** This folder's caches, the oldest first. Those from before their names had the folder are known by what is in them. */
async function own() {
  const names = await caches.keys();
  const home = (name) => name.startsWith("course-") && caches.match("index.html", { cacheName: name });
  const ours = await Promise.all(names.map(async (name) => name.startsWith(OURS) || (await home(name))));
  return names.filter((_, index) => ours[index]);
}

/** Find what is kept, in this version first. */
async function kept(asked) {
  const earlier = (await own()).filter((name) => name !== KEPT).reverse();
  for (const cacheName of [KEPT, ...earlier]) {
    const found = await caches.match(asked, { cacheName, ignoreVary: true });
    if (found) return found;
  }
}

async function file(request) {
  return (await kept(request)) ?? fetch(request);
}

/** The page as the network gives it, if that is a page of the course and comes in time; else as it is kept. */
async function page(request, path) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await (request.isReloadNavigation ? anything : ownPage)(request, stop.signal);
    if (answer) return answer;
  } catch {
    // no network, or none that answers in time
  } finally {
    clearTimeout(late);
  }
  return (await kept(path)) ?? fetch(request);
}

/** A page of the course: not an error, nor a login or a notice in its place. */
async function ownPage(request, signal) {
  const answer = await fetch(request.url, { cache: "no-cache", signal }); // to another host this follows no redirect
  if (!answer.ok || !(await answer.clone().text()).includes(PAGE)) return undefined;
  return answer.redirected ? Response.redirect(answer.url) : answer;
}

/** Whoever loads a kept page once more may want to see what stands in its way: a login, or the course's new address. */
async function anything(request, signal) {
  const answer = await fetch(request, { cache: "no-cache", signal });
  await answer.clone().arrayBuffer(); // whole, or the page would stop half-way where the network does
  return answer.status < 500 ? answer : undefined;
}
