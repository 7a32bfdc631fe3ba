import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "../env.ts";
import type { RequestFacts } from "./context.ts";
import { isSecure } from "./security-headers.ts";
import { cookieName } from "./sessions.ts";

/** What a request says of itself before anything is looked up. */
export function requestFacts(req: IncomingMessage, res: ServerResponse): RequestFacts {
  const given = res.getHeader("x-request-id");
  const key = req.headers["idempotency-key"];
  return {
    request_id: typeof given === "string" ? given : randomUUID(),
    address: clientAddress(req),
    user_agent: req.headers["user-agent"]?.slice(0, 300) ?? null,
    // A tool that sends a token means that token, even from a browser that has a cookie as well.
    token: bearerToken(req) ?? readCookie(req.headers.cookie, cookieName),
    idempotency_key: typeof key === "string" && key.length > 0 ? key : null,
    is_secure: isSecure(req, env.TRUST_PROXY, env.PUBLIC_ORIGIN),
    setCookie(value) {
      if (!res.headersSent) res.appendHeader("Set-Cookie", value);
    },
  };
}

/** The token of a tool's Authorization header; null when there is none or it is malformed. */
export function bearerToken(req: IncomingMessage): string | null {
  return /^bearer +(\S+)$/i.exec(req.headers.authorization ?? "")?.[1] ?? null;
}

/** One cookie's value; other cookies, however malformed, are not looked at. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}

function clientAddress(req: IncomingMessage): string {
  const forwarded = env.TRUST_PROXY ? req.headers["x-forwarded-for"] : undefined;
  // The last entry is the one our own proxy wrote; what stands before it is the client's claim.
  const nearest = typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return nearest || (req.socket.remoteAddress ?? "unknown");
}
