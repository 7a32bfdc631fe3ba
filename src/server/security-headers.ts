import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export interface HeaderOptions {
  /** Next's development server evaluates code and speaks over a WebSocket. */
  readonly dev: boolean;
  /** Whether the browser reached us over TLS: see isSecure. */
  readonly secure: boolean;
  /** Where a browser's calls go, "wss://api.elevenlabs.io"; null when they go to ourselves. */
  readonly voice?: string | null;
}

/** Whether the browser speaks TLS, here or with the proxy in front. */
export function isSecure(req: IncomingMessage, trustProxy: boolean, publicOrigin: string | undefined): boolean {
  if ("encrypted" in req.socket) return true;
  const forwarded = trustProxy ? req.headers["x-forwarded-proto"] : undefined;
  return typeof forwarded === "string"
    ? forwarded.split(",")[0]?.trim() === "https"
    : (publicOrigin?.startsWith("https:") ?? false);
}

/** Sets the headers every answer carries, once for pages and API. Also writes onto the *request*, for what comes after:
 *  `x-request-id` always; `x-nonce` and `content-security-policy` on pages, where Next takes the nonce from.
 *  Answers the request id. */
export function applySecurityHeaders(req: IncomingMessage, res: ServerResponse, options: HeaderOptions): string {
  const id = requestId(req.headers["x-request-id"]);
  req.headers["x-request-id"] = id;
  // A client could otherwise choose its own nonce, or pretend to be Next's own sub-request.
  for (const name of [
    "content-security-policy",
    "content-security-policy-report-only",
    "x-nonce",
    "x-middleware-subrequest",
  ]) {
    delete req.headers[name];
  }
  res.setHeader("X-Request-Id", id);
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  res.setHeader("X-Frame-Options", "DENY");
  res.setHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=(), payment=(), usb=()");
  res.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  res.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  if (options.secure) res.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  if (isApi(req.url)) {
    res.setHeader("Cache-Control", "no-store");
    // The API answers data, and its one page (docs) carries a policy of its own.
    res.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  } else {
    const nonce = randomBytes(16).toString("base64");
    const policy = pagePolicy(nonce, options);
    req.headers["x-nonce"] = nonce;
    req.headers["content-security-policy"] = policy;
    res.setHeader("Content-Security-Policy", policy);
  }
  return id;
}

/** Whether a request belongs to the API rather than to Next. */
export function isApi(url: string | undefined): boolean {
  return url !== undefined && /^\/api(?:[/?]|$)/.test(url);
}

function requestId(incoming: string | string[] | undefined): string {
  return typeof incoming === "string" && /^[A-Za-z0-9_-]{8,64}$/.test(incoming) ? incoming : randomUUID();
}

function pagePolicy(nonce: string, { dev, secure, voice }: HeaderOptions): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // React writes style attributes (charts, popovers), which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    `connect-src 'self'${dev ? " ws:" : ""}${voice ? ` ${voice}` : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
