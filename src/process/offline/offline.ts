import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";

let worker: string | undefined;
let page: string | undefined;

/** Answers the service worker and the page it keeps for the time when we cannot be reached; false for any other address. */
export function answerOffline(req: IncomingMessage, res: ServerResponse): boolean {
  const path = req.url?.split("?")[0];
  if (path === "/sw.js") {
    worker ??= stripTypeScriptTypes(read("./service-worker.ts"));
    send(res, "text/javascript; charset=utf-8", worker, "default-src 'self'");
    return true;
  }
  if (path === "/offline.html") {
    page ??= read("./offline.html").replace("/* tokens */", read("../../ui/tokens.css"));
    send(res, "text/html; charset=utf-8", page, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
    return true;
  }
  return false;
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");

function send(res: ServerResponse, type: string, body: string, policy: string): void {
  res.setHeader("Content-Type", type);
  res.setHeader("Content-Security-Policy", policy);
  res.setHeader("Cache-Control", "no-cache");
  res.end(body);
}
