import { setTimeout as pause } from "node:timers/promises";
import type { Page, Request } from "playwright-core";

interface Traffic {
  readonly pending: Set<Request>;
  /** How many requests the page has made. */
  made: number;
  changed_at: number;
}

const followed = new WeakMap<Page, Traffic>();
const silence_ms = 100;
const patience_ms = 30_000;

/** Counts what the page asks for, but for the live feed, which never ends. To be called before the page goes anywhere. */
export function follow(page: Page): void {
  const traffic: Traffic = { pending: new Set(), made: 0, changed_at: performance.now() };
  let document: Request | undefined;
  const end = (request: Request) => {
    if (traffic.pending.delete(request)) traffic.changed_at = performance.now();
  };
  page.on("request", (request) => {
    if (request.resourceType() === "eventsource") return;
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) document = request;
    traffic.pending.add(request);
    traffic.made += 1;
    traffic.changed_at = performance.now();
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || !document) return;
    // What the former document still waited for went with it, and is never said to have ended.
    for (const request of traffic.pending) if (request !== document) end(request);
    document = undefined;
  });
  followed.set(page, traffic);
}

function trafficOf(page: Page): Traffic {
  const traffic = followed.get(page);
  if (!traffic) throw new Error("Nobody has followed this page from its beginning.");
  return traffic;
}

/** How many requests the page has made so far. */
export const requestsOf = (page: Page): number => trafficOf(page).made;

/** Waits until everything the page asked for has come and it has asked for nothing more for a moment. */
export async function answered(page: Page): Promise<void> {
  const traffic = trafficOf(page);
  const began = performance.now();
  while (traffic.pending.size > 0 || performance.now() - traffic.changed_at < silence_ms) {
    if (performance.now() - began > patience_ms) {
      throw new Error(`Still asking for ${[...traffic.pending].map((request) => request.url()).join(" ")}`);
    }
    await pause(10);
  }
}
