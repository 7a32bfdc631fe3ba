import type { IncomingMessage } from "node:http";
import { env } from "../env.ts";
import { bearerToken } from "./request-facts.ts";

/** A request refused before anything looked at it, in the contract's error shape. */
export interface EdgeRefusal {
  status: 400 | 403 | 413 | 415;
  code: "INVALID" | "FORBIDDEN" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE";
  message: string;
}

export const longest_body = 1_000_000;
const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Why a request may not go on; null when it may. Whatever changes state is JSON and comes from our own pages or from no page:
 *  a foreign form can send neither, which shuts out cross-site requests without a token. */
export function refusedAtTheEdge(req: IncomingMessage): EdgeRefusal | null {
  if (safe.has(req.method ?? "GET")) return null;
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return foreign;
  const origin = req.headers.origin;
  if (origin !== undefined && !isOwnOrigin(origin, req)) return foreign;
  if (Number(req.headers["content-length"] ?? 0) > longest_body) return tooLarge;
  const hasBody = Number(req.headers["content-length"] ?? 0) > 0 || req.headers["transfer-encoding"] !== undefined;
  // A call without a body is judged by its declared type too: an empty multipart post is still a form's.
  const type = req.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json" || (type === undefined && !hasBody)) return null;
  // The contract's own example sends JSON from fetch() without naming it. A form cannot set Authorization, so that is safe;
  // tRPC reads its bodies by their type and keeps to the rule.
  const isNamedless = type === undefined || type === "text/plain";
  return isNamedless && hasToken(req) && !req.url?.startsWith("/api/trpc/") ? null : notJson;
}

export const tooLarge: EdgeRefusal = {
  status: 413,
  code: "PAYLOAD_TOO_LARGE",
  message: "The body may have at most one million bytes.",
};

const foreign: EdgeRefusal = { status: 403, code: "FORBIDDEN", message: "This request came from another site." };
const notJson: EdgeRefusal = {
  status: 415,
  code: "UNSUPPORTED_MEDIA_TYPE",
  message: "Send the body as application/json.",
};

const hasToken = (req: IncomingMessage) => bearerToken(req) !== null;

function isOwnOrigin(origin: string, req: IncomingMessage): boolean {
  if (env.PUBLIC_ORIGIN !== undefined && origin === new URL(env.PUBLIC_ORIGIN).origin) return true;
  try {
    return new URL(origin).host === req.headers.host;
  } catch {
    return false; // "null", as a sandboxed frame sends, is nobody's origin.
  }
}
