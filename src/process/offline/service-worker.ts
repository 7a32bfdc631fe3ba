// Runs in the browser. Keeps one page for the time when the portal cannot be reached; nothing else is kept, so nobody's
// data stays behind on a shared machine.
const NAME = "portal-offline-1";
const PAGE = "/offline.html";

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

addEventListener("install", (event) => {
  (event as Lasting).waitUntil(caches.open(NAME).then((cache) => cache.add(new Request(PAGE, { cache: "reload" }))));
});

addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  if (request.mode !== "navigate") return;
  (event as Fetching).respondWith(fetch(request).catch(async () => (await caches.match(PAGE)) ?? Response.error()));
});
