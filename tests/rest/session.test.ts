import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { password } from "#tests/support/world.ts";
import { openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const login = (username: string, secret = password) =>
  portal.send("POST", "/api/auth/login", { json: { username, password: secret } });

describe("a session", () => {
  test("serves by token and by cookie, and ends with logout for both", async () => {
    const { username } = portal.world.a.users.sales_manager;
    const signedIn = await login(username);
    const token = String(signedIn.body.token);
    const cookie = signedIn.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^portal_session=[^;]+;.*HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const headers = { Cookie: cookie.split(";")[0] ?? "" };

    for (const sending of [{ token }, { headers }]) {
      const me = await portal.send("GET", "/api/auth/me", sending);
      expect(me.body).toEqual({ user: signedIn.body.user });
    }

    const out = await portal.send("POST", "/api/auth/logout", { token });
    expect(out.body).toEqual({ ok: true });
    expect(out.headers.get("set-cookie")).toMatch(/^portal_session=;.*Max-Age=0/);
    for (const sending of [{ token }, { headers }]) {
      expect((await portal.send("GET", "/api/auth/me", sending)).status).toBe(401);
    }
    expect((await portal.send("POST", "/api/auth/logout", { token })).status).toBe(200);
  });

  test.each(["", "x", "Bearer", `${"0".repeat(32)}.${"a".repeat(43)}`])("is not made of %j", async (token) => {
    const got = await portal.send("GET", "/api/auth/me", { headers: { Authorization: `Bearer ${token}` } });
    expect(got.status).toBe(401);
  });

  test("ends at the next request when the account is switched off, and its role counts from the next request", async () => {
    const admin = portal.world.b.users.admin.token;
    const { id, token } = portal.world.b.users.support_manager;
    expect((await portal.send("GET", "/api/tickets", { token })).status).toBe(200);
    expect((await portal.send("PATCH", `/api/users/${id}`, { token: admin, json: { role: "agent" } })).status).toBe(
      200,
    );
    const demoted = await portal.send("GET", "/api/tickets", { token });
    expect([demoted.status, demoted.error.code]).not.toContain(200);
    await portal.send("POST", `/api/users/${id}/deactivate`, { token: admin });
    expect((await portal.send("GET", "/api/conversations", { token })).status).toBe(401);
  });
});

describe("signing in", () => {
  test("an unknown name, a wrong password and a switched-off account get the same answer", async () => {
    const admin = portal.world.b.users.admin.token;
    const { id, username } = portal.world.b.users.sales_manager;
    await portal.send("POST", `/api/users/${id}/deactivate`, { token: admin });
    const answers = [
      await login("nobody-at-all"),
      await login(portal.world.b.users.admin.username, "a wrong passphrase"),
      await login(username),
    ];
    const same = answers.map(({ status, error: { code, message } }) => ({ status, code, message }));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(same[0]).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
  });

  test("too many tries are 429 with Retry-After, for that name alone", async () => {
    const { username } = portal.world.a.users.support_manager;
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await login(username, "a wrong passphrase")).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    const refused = await login(username);
    expect([refused.status, refused.error.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await login(portal.world.a.users.admin.username)).status).toBe(200);
  });

  test("takes its fields from a JSON body alone", async () => {
    const { username } = portal.world.a.users.admin;
    const inAddress = await portal.send("POST", `/api/auth/login?username=${username}&password=secret-word`, {
      json: {},
    });
    expect(inAddress.status).toBe(400);
    expect(inAddress.error.issues?.map(({ path }) => path)).toEqual(expect.arrayContaining(["username", "password"]));
    expect(inAddress.text).not.toContain("secret-word");
    const more = await portal.send("POST", "/api/auth/login", { json: { username, password, remember: true } });
    expect([more.status, more.error.issues]).toMatchObject([400, [{ path: "remember", code: "unknown_field" }]]);
    const form = await portal.send("POST", "/api/auth/login", { raw: new URLSearchParams({ username, password }) });
    expect([form.status, form.error.code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
  });
});
