import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

let portal: Portal;
let token: string;
beforeAll(async () => {
  portal = await openPortal();
  token = portal.world.a.users.admin.token;
});
afterAll(() => portal.close());

const input = (count: number) =>
  encodeURIComponent(JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [at, {}]))));
const batch = (count: number) =>
  portal.send("GET", `/api/trpc/${Array(count).fill("bookings.list").join(",")}?batch=1&input=${input(count)}`, {
    token,
  });
const statusOf = async (id: string) =>
  (await portal.database.superuser`select status from bookings where id = ${id}`)[0]?.status;

describe("tRPC's own door", () => {
  test("runs at most twenty procedures a request", async () => {
    expect((await batch(20)).status).toBe(200);
    const refused = await batch(21);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('"bookings":');
  });

  test("runs nothing that a foreign form could send", async () => {
    const id = await recordsOf(portal).booking();
    const cookie = { Cookie: `portal_session=${token}` };
    const form = new FormData();
    form.set("id", id);
    for (const [raw, headers] of [
      [form, cookie],
      [new URLSearchParams({ id }), cookie],
      [JSON.stringify({ id }), { ...cookie, "Content-Type": "text/plain" }],
      [JSON.stringify({ id }), { Authorization: `Bearer ${token}`, "Content-Type": "text/plain" }],
      [JSON.stringify({ id }), { ...cookie, "Content-Type": "application/octet-stream" }],
    ] as const) {
      expect((await portal.send("POST", "/api/trpc/bookings.approve", { raw, headers })).status).toBe(415);
    }
    // A mutation without input, as a form without fields would post it.
    expect((await portal.send("POST", "/api/trpc/auth.signOut", { raw: new FormData(), headers: cookie })).status).toBe(
      415,
    );
    for (const headers of [
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { Origin: "https://example.com" },
      { Origin: "null" },
    ]) {
      expect(
        (await portal.send("POST", "/api/trpc/bookings.approve", { json: { id }, headers: { ...cookie, ...headers } }))
          .status,
      ).toBe(403);
    }
    expect(
      (
        await portal.send("GET", `/api/trpc/bookings.approve?input=${encodeURIComponent(JSON.stringify({ id }))}`, {
          token,
        })
      ).status,
    ).toBe(405);
    expect(await statusOf(id)).toBe("pending");
    const own = { ...cookie, "Sec-Fetch-Site": "same-origin", Origin: portal.origin };
    expect((await portal.send("POST", "/api/trpc/bookings.approve", { json: { id }, headers: own })).status).toBe(200);
    expect(await statusOf(id)).toBe("approved");
  });

  test("a body over a million bytes is 413 and changes nothing", async () => {
    const id = await recordsOf(portal).booking();
    const long = await portal.send("POST", "/api/trpc/bookings.reject", {
      token,
      json: { id, reason: "x".repeat(1_100_000) },
    });
    expect(long.status).toBe(413);
    expect(await statusOf(id)).toBe("pending");
  });

  test("an unexpected failure is masked, carries the request id, and says nothing of SQL or values", async () => {
    const { superuser } = portal.database;
    await superuser`alter table notifications rename to gone`;
    try {
      for (const path of ["/api/trpc/notifications.list?input=%7B%7D", "/api/notifications"]) {
        const failed = await portal.send("GET", path, { token });
        expect(failed.status).toBe(500);
        expect(failed.text).toContain(failed.headers.get("x-request-id"));
        expect(failed.text).not.toMatch(/select|notifications"|relation|postgres|stack/i);
      }
    } finally {
      await superuser`alter table gone rename to notifications`;
    }
    expect((await portal.send("GET", "/api/notifications", { token })).status).toBe(200);
  });

  test("the health check answers without a session and tells nothing else", async () => {
    expect(await portal.send("GET", "/api/health")).toMatchObject({ status: 200, body: { ok: true } });
  });
});
