import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAgents } from "#agents/open-agents.ts";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";
import { routes } from "#rest/routes.ts";
import { password } from "#tests/support/world.ts";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

let portal: Portal;
let simulator: RunningSimulator;
let token: string;
let make: ReturnType<typeof recordsOf>;
beforeAll(async () => {
  simulator = await startSimulator({ portal_url: () => portal.origin, webhook_secret: "wsec_contract" });
  portal = await openPortal({ agents: openAgents({ simulator }) });
  token = portal.world.a.users.admin.token;
  make = recordsOf(portal);
});
afterAll(async () => {
  await portal.close();
  await simulator.stop();
});

/** Every call of the contract, as [what is asked, its body, the status, the names of the answer]. */
type Call = [path: string, json: object | undefined, status: number, names: string[]];
const calls: Record<string, () => Promise<Call> | Call> = {
  "POST /api/auth/login": () => [
    "",
    { username: portal.world.a.users.agent.username, password },
    200,
    ["token", "user"],
  ],
  "GET /api/auth/me": () => ["", undefined, 200, ["user"]],
  "POST /api/auth/logout": () => ["", undefined, 200, ["ok"]],
  "GET /api/stats/calls": () => ["?period=7d", undefined, 200, ["totals", "series"]],
  "GET /api/stats/conversions": () => ["?period=7d", undefined, 200, ["totals", "funnel"]],
  "GET /api/live/operations": () => ["", undefined, 200, ["calls_in_progress", "counts"]],
  "GET /api/conversations": () => ["?type=all&limit=50", undefined, 200, ["conversations", "next_cursor"]],
  "POST /api/conversations": () => [
    "",
    { type: "chat", transcript: [{ speaker: "agent", text: "حياك الله" }] },
    201,
    ["conversation"],
  ],
  "GET /api/conversations/search": () => ["?q=الفيلا", undefined, 200, ["conversations", "next_cursor"]],
  "GET /api/conversations/{id}": async () => [await make.conversation(), undefined, 200, ["conversation"]],
  "POST /api/voice-sessions": () => ["", { mode: "trial" }, 201, ["session"]],
  "POST /api/voice-sessions/{id}/end": async () => {
    const { body } = await portal.send("POST", "/api/voice-sessions", { token, json: { mode: "trial" } });
    return [String(Object(body.session).id), { reason: "user", duration_seconds: 12 }, 200, ["session"]];
  },
  "GET /api/customers": () => ["", undefined, 200, ["customers", "next_cursor"]],
  "POST /api/customers": () => ["", { name: "خالد", phone: "0551112233" }, 201, ["customer"]],
  "POST /api/customers/find-or-create": () => ["", { phone: "0554445566" }, 201, ["customer", "created"]],
  "GET /api/customers/{id}": async () => [await make.customer(), undefined, 200, ["customer"]],
  "PATCH /api/customers/{id}": async () => [await make.customer(), { stage: "qualified" }, 200, ["customer"]],
  "GET /api/customers/{id}/history": async () => [
    await make.customer(),
    undefined,
    200,
    ["conversations", "bookings", "tickets"],
  ],
  "GET /api/bookings": () => ["?status=pending", undefined, 200, ["bookings", "next_cursor"]],
  "POST /api/bookings": async () => [
    "",
    {
      customer_id: await make.customer(),
      property_id: await make.property(),
      starts_at: "2026-12-01T14:00:00Z",
      ends_at: "2026-12-01T15:00:00Z",
      price: "1500000.00",
    },
    201,
    ["booking"],
  ],
  "GET /api/bookings/{id}": async () => [await make.booking(), undefined, 200, ["booking"]],
  "PATCH /api/bookings/{id}/approve": async () => [await make.booking(), undefined, 200, ["booking"]],
  "PATCH /api/bookings/{id}/reject": async () => [await make.booking(), { reason: "محجوز" }, 200, ["booking"]],
  "GET /api/tickets": () => ["?status=open", undefined, 200, ["tickets", "next_cursor"]],
  "POST /api/tickets": () => ["", { subject: "عطل", category: "maintenance" }, 201, ["ticket"]],
  "GET /api/tickets/{id}": async () => [await make.ticket(), undefined, 200, ["ticket"]],
  "PATCH /api/tickets/{id}/assign": async () => [
    await make.ticket(),
    { assignee_id: portal.world.a.users.support_manager.id },
    200,
    ["ticket"],
  ],
  "PATCH /api/tickets/{id}/resolve": async () => [await make.ticket(), { resolution: "أُصلح" }, 200, ["ticket"]],
  "GET /api/campaigns": () => ["", undefined, 200, ["campaigns", "next_cursor"]],
  "POST /api/campaigns": () => ["", { name: "حملة", type: "chat" }, 201, ["campaign"]],
  "GET /api/campaigns/{id}": async () => [await make.campaign(), undefined, 200, ["campaign"]],
  "PATCH /api/campaigns/{id}/status": async () => {
    await make.customer();
    return [await make.campaign(), { status: "running" }, 200, ["campaign"]];
  },
  "GET /api/properties": () => ["", undefined, 200, ["properties", "next_cursor"]],
  "POST /api/properties": () => [
    "",
    { reference: "P-1", title: "شقة", kind: "apartment", price: "900000", city: "الرياض", district: "النرجس" },
    201,
    ["property"],
  ],
  "GET /api/properties/{id}": async () => [await make.property(), undefined, 200, ["property"]],
  "PATCH /api/properties/{id}": async () => [await make.property(), { status: "reserved" }, 200, ["property"]],
  "GET /api/notifications": () => ["", undefined, 200, ["notifications", "next_cursor"]],
  "PATCH /api/notifications/read": () => ["", { all: true }, 200, ["unread"]],
  "GET /api/users": () => ["", undefined, 200, ["users", "next_cursor"]],
  "POST /api/users": () => [
    "",
    { username: "reem", name: "ريم", role: "agent", password: "a long passphrase" },
    201,
    ["user"],
  ],
  "PATCH /api/users/{id}": async () => [await make.user(), { role: "support_manager" }, 200, ["user"]],
  "POST /api/users/{id}/deactivate": async () => [await make.user(), undefined, 200, ["user"]],
  "POST /api/users/{id}/reset-password": async () => [
    await make.user(),
    { password: "another passphrase" },
    200,
    ["user"],
  ],
};

test("every route of the table is called here, and nothing else", () => {
  expect(Object.keys(calls).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

describe("every call answers under its own names, with a request id and kept by no cache", () => {
  test.each(Object.keys(calls))("%s", async (call) => {
    const [method = "", pattern = ""] = call.split(" ");
    const [detail, json, status, names] = (await calls[call]?.()) ?? ["", undefined, 0, []];
    const path = pattern.includes("{id}") ? pattern.replace("{id}", detail) : pattern + detail;
    const caller = call === "POST /api/auth/logout" ? portal.world.a.users.agent.token : token;
    const got = await portal.send(method, path, { token: caller, ...(json && { json }) });

    expect(got.text).toSatisfy(() => got.status === status, `status ${got.status}, not ${status}`);
    expect(Object.keys(got.body)).toEqual(expect.arrayContaining(names));
    expect(got.headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
    expect(got.headers.get("cache-control")).toBe("no-store");
    expect(got.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  test.each(
    routes
      .filter(({ procedure }) => !["auth.signIn", "auth.signOut"].includes(procedure))
      .map(({ method, path }) => [method, path]),
  )("%s %s is 401 without a token, whatever was sent", async (method, path) => {
    const got = await portal.send(
      method,
      path.replace("{id}", "not-an-id"),
      method === "GET" ? {} : { json: { nonsense: 1 } },
    );
    expect(got.status).toBe(401);
    expect(got.error.code).toBe("UNAUTHORIZED");
    expect(got.headers.get("www-authenticate")).toBe("Bearer");
    expect(got.headers.get("x-request-id")).toBeTruthy();
    expect(got.headers.get("cache-control")).toBe("no-store");
  });
});

test("a conversation of a list has the fields of the contract's example", async () => {
  await make.conversation();
  const { body } = await portal.send("GET", "/api/conversations?type=voice", { token });
  expect(Object(body.conversations)[0]).toMatchObject({
    id: expect.any(String),
    type: "voice",
    customer_name: null,
    duration: "2:34",
    transcript: [{ speaker: "customer", text: "أبغى أعاين الفيلا يوم الأحد" }],
    summary: "استفسار عن مشروع",
    audio_url: "https://example.com/call.mp3",
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

test("find-or-create answers 201 when it made the customer and 200 when it found him, however the number is written", async () => {
  const made = await portal.send("POST", "/api/customers/find-or-create", { token, json: { phone: "0509876543" } });
  const found = await portal.send("POST", "/api/customers/find-or-create", {
    token,
    json: { phone: "٠٠٩٦٦ ٥٠ ٩٨٧ ٦٥٤٣" },
  });
  expect([made.status, made.body.created]).toEqual([201, true]);
  expect([found.status, found.body.created]).toEqual([200, false]);
  expect(found.body.customer).toEqual(made.body.customer);
});

test("a create call sent again with its Idempotency-Key is answered again and makes nothing", async () => {
  const sending = {
    token,
    json: { subject: "مرة واحدة", category: "other" },
    headers: { "Idempotency-Key": "once-only" },
  };
  const first = await portal.send("POST", "/api/tickets", sending);
  const again = await portal.send("POST", "/api/tickets", sending);
  expect(again.body).toEqual(first.body);
  const { body } = await portal.send("GET", "/api/tickets?q=مرة", { token });
  expect(Object(body.tickets)).toHaveLength(1);
  const other = await portal.send("POST", "/api/tickets", { ...sending, json: { subject: "أخرى", category: "other" } });
  expect([other.status, other.error.reason]).toEqual([409, "idempotency_key_reused"]);
});
