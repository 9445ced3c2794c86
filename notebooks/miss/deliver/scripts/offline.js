// Keeps the course for when there is no network. What it keeps, and under which name, stands above this line.
// Pages come from the network while there is one, so that a mended word arrives; files whose address carries
// their version come from what is kept.

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) if (name.startsWith("course-") && name !== KEPT) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? fresh(request) : keptFirst(request));
});

async function fresh(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? (await caches.match("index.html"));
  }
}

async function keptFirst(request) {
  return (await caches.match(request)) ?? fetch(request);
}
