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

const ticket = { subject: "عطل", category: "other" };
const tickets = async () => Number((await portal.database.superuser`select count(*) from tickets`)[0]?.count);

describe("paths and methods", () => {
  test.each([
    "/api",
    "/api/",
    "/api/nothing",
    "/api/bookings/",
    "/api/bookings/1/2/3",
    "/api/Bookings",
    "/api/bookings//approve",
  ])("%s is 404", async (path) => {
    const got = await portal.send("GET", path, { token });
    expect([got.status, got.error.code]).toEqual([404, "NOT_FOUND"]);
  });

  test.each([
    ["DELETE", "/api/bookings", "GET, HEAD, POST"],
    ["PUT", "/api/customers/1", "GET, HEAD, PATCH"],
    ["GET", "/api/auth/login", "POST"],
    ["POST", "/api/conversations/search", "GET, HEAD"],
    ["PATCH", "/api/docs", "GET, HEAD"],
    ["OPTIONS", "/api/tickets", "GET, HEAD, POST"],
  ])("%s %s is 405 and says what the path has: %s", async (method, path, allowed) => {
    const got = await portal.send(method, path, {
      token,
      ...(method === "OPTIONS" ? {} : method === "GET" ? {} : { json: {} }),
    });
    expect([got.status, got.error.code, got.headers.get("allow")]).toEqual([405, "METHOD_NOT_ALLOWED", allowed]);
  });

  test("HEAD is GET without the body", async () => {
    const got = await portal.send("HEAD", "/api/tickets", { token });
    expect([got.status, got.text]).toEqual([200, ""]);
    expect(got.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  test("/conversations/search is no id", async () => {
    const got = await portal.send("GET", "/api/conversations/search", { token });
    expect([got.status, got.error.issues]).toMatchObject([400, [{ path: "q" }]]);
  });
});

describe("what changes state is JSON, whole and small", () => {
  test("a form, multipart or text post is 415 and does nothing", async () => {
    const before = await tickets();
    const multipart = new FormData();
    for (const [name, value] of Object.entries(ticket)) multipart.set(name, value);
    const xml = { raw: "<subject/>", headers: { "Content-Type": "application/xml" } };
    for (const sending of [{ raw: new URLSearchParams(ticket) }, { raw: multipart }, xml]) {
      const got = await portal.send("POST", "/api/tickets", { token, ...sending });
      expect([got.status, got.error.code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    }
    expect(await tickets()).toBe(before);
  });

  test.each(["{", '{"subject":', "undefined", '{"subject":"x",}', "\u0000"])("broken JSON (%j) is 400", async (raw) => {
    const got = await portal.send("POST", "/api/tickets", {
      token,
      raw,
      headers: { "Content-Type": "application/json" },
    });
    expect([got.status, got.error.code]).toEqual([400, "INVALID"]);
    expect(got.error.message).not.toMatch(/token|position|unexpected/i);
  });

  test.each([[[]], ["text"], [7], [null], [true]])("JSON that is no object (%j) is 400", async (json) => {
    const raw = { raw: JSON.stringify(json), headers: { "Content-Type": "application/json" } };
    const got = await portal.send("POST", "/api/tickets", { token, ...raw });
    expect([got.status, got.error.issues]).toMatchObject([
      400,
      expect.arrayContaining([expect.objectContaining({ path: "" })]),
    ]);
  });

  test("a body over 1 MB is 413, whether it says its length or not, and does nothing", async () => {
    const before = await tickets();
    const large = JSON.stringify({ ...ticket, description: "x".repeat(1_000_001) });
    const streamed = new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 65_536)
          controller.enqueue(new TextEncoder().encode(large.slice(at, at + 65_536)));
        controller.close();
      },
    });
    for (const raw of [large, streamed]) {
      const got = await portal.send("POST", "/api/tickets", {
        token,
        raw,
        headers: { "Content-Type": "application/json" },
      });
      expect([got.status, got.error.code]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
    }
    expect(await tickets()).toBe(before);
  });

  test("a write from another site's page is 403, with the cookie too", async () => {
    const headers = { Cookie: `portal_session=${token}` };
    for (const foreign of [
      { Origin: "https://elsewhere.example" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site" },
    ]) {
      const got = await portal.send("POST", "/api/tickets", { json: ticket, headers: { ...headers, ...foreign } });
      expect([got.status, got.error.code]).toEqual([403, "FORBIDDEN"]);
    }
    expect((await portal.send("POST", "/api/tickets", { json: ticket, headers })).status).toBe(201);
  });
});

describe("two at once", () => {
  test("approving twice is one approval and one 409 that carries the current row", async () => {
    const id = await recordsOf(portal).booking();
    const answers = await Promise.all([1, 2].map(() => portal.send("PATCH", `/api/bookings/${id}/approve`, { token })));
    const [first, second] = answers.sort((a, b) => a.status - b.status);
    expect(first?.status).toBe(200);
    expect([second?.status, second?.error.code, second?.error.reason]).toEqual([409, "CONFLICT", "already_decided"]);
    expect(second?.error.current).toEqual(first?.body.booking);
  });

  test("approving an overlapping viewing of one property is 409, and the second stays pending", async () => {
    const make = recordsOf(portal);
    const property_id = await make.property();
    const one = await make.booking({ property_id });
    const other = await make.booking({
      property_id,
      starts_at: "2026-12-01T14:30:00.000Z",
      ends_at: "2026-12-01T15:30:00.000Z",
    });
    const answers = await Promise.all(
      [one, other].map((id) => portal.send("PATCH", `/api/bookings/${id}/approve`, { token })),
    );
    const refused = answers.find(({ status }) => status === 409);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refused?.error).toMatchObject({ reason: "overlap_property", current: { status: "pending" } });
  });

  test("ten find-or-create calls with one number in its spellings make one customer", async () => {
    const spellings = ["0507654321", "00966507654321", "+966507654321", "050 765 4321", "٠٥٠٧٦٥٤٣٢١"];
    const answers = await Promise.all(
      [...spellings, ...spellings].map((phone) =>
        portal.send("POST", "/api/customers/find-or-create", { token, json: { phone } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => Object(body.customer).id)).size).toBe(1);
  });
});
