import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { applySecurityHeaders, isApi, isSecure } from "#server/security-headers.ts";

function exchange(url: string, headers: Record<string, string> = {}) {
  const req = new IncomingMessage(new Socket());
  Object.assign(req, { url, headers });
  return { req, res: new ServerResponse(req) };
}

test("a page gets a fresh nonce, and the same one reaches Next and the browser", () => {
  const policies = [1, 2].map(() => {
    const { req, res } = exchange("/bookings");
    applySecurityHeaders(req, res, { dev: false, secure: false });
    const policy = String(res.getHeader("content-security-policy"));
    expect(req.headers["content-security-policy"]).toBe(policy);
    expect(policy).toContain(`'nonce-${String(req.headers["x-nonce"])}' 'strict-dynamic'`);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    return policy;
  });
  expect(policies[0]).not.toBe(policies[1]);
});

test("a client can neither choose the nonce nor pass for Next's own sub-request", () => {
  const { req, res } = exchange("/", {
    "content-security-policy": "script-src 'nonce-mine'",
    "x-nonce": "mine",
    "x-middleware-subrequest": "src/proxy",
  });
  applySecurityHeaders(req, res, { dev: false, secure: false });
  expect(JSON.stringify(req.headers)).not.toMatch(/mine|subrequest/);
});

test.each([
  ["a-good-id_1234", true],
  ["short", false],
  ["x".repeat(65), false],
  ["new\nline-in-it", false],
])("the incoming request id %j is kept only when it is well-formed", (id, isKept) => {
  const { req, res } = exchange("/api/bookings", { "x-request-id": id });
  const used = applySecurityHeaders(req, res, { dev: false, secure: false });
  expect(used === id).toBe(isKept);
  expect(used).toMatch(/^[\w-]{8,64}$/);
  expect(res.getHeader("x-request-id")).toBe(used);
});

test("answers of the API are stored by nobody", () => {
  const { req, res } = exchange("/api/bookings?x=1");
  applySecurityHeaders(req, res, { dev: false, secure: true });
  expect(res.getHeader("cache-control")).toBe("no-store");
  expect(res.getHeader("strict-transport-security")).toBeDefined();
});

test("HSTS is sent behind TLS only", () => {
  const { req, res } = exchange("/");
  applySecurityHeaders(req, res, { dev: false, secure: false });
  expect(res.getHeader("strict-transport-security")).toBeUndefined();
});

test("a client's word for TLS counts only through a trusted proxy", () => {
  const { req } = exchange("/", { "x-forwarded-proto": "https" });
  expect(isSecure(req, false, undefined)).toBe(false);
  expect(isSecure(req, true, undefined)).toBe(true);
  expect(isSecure(exchange("/").req, false, "https://portal.example.com")).toBe(true);
});

test.each([
  ["/api", true],
  ["/api/bookings", true],
  ["/api?x", true],
  ["/apis", false],
  ["/bookings/api/", false],
])("%s belongs to the API: %s", (url, expected) => expect(isApi(url)).toBe(expected));
