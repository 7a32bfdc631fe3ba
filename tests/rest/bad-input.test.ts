import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

let portal: Portal;
let token: string;
let customer_id: string;
let property_id: string;
beforeAll(async () => {
  portal = await openPortal();
  token = portal.world.a.users.admin.token;
  const make = recordsOf(portal);
  [customer_id, property_id] = [await make.customer(), await make.property()];
});
afterAll(() => portal.close());

const invented = "019357f0-3c00-7000-8000-000000000001";
const booking = () => ({
  customer_id,
  property_id,
  starts_at: "2026-12-01T14:00:00.000Z",
  ends_at: "2026-12-01T15:00:00.000Z",
});

async function refused(method: string, path: string, json?: object) {
  const got = await portal.send(method, path, { token, ...(json && { json }) });
  expect(got.text).toSatisfy(() => got.status === 400, `status ${got.status}`);
  expect(got.error.code).toBe("INVALID");
  expect(got.headers.get("x-request-id")).toBe(Object(got.error).request_id);
  return got.error.issues?.map(({ path }) => path) ?? [];
}

describe("a wrong field is 400 and named", () => {
  test.each<[string, object, string]>([
    ["an unknown field", { colour: "red" }, "colour"],
    ["approved_by where no example sends it", { approved_by: invented }, "approved_by"],
    ["a number for a text", { notes: 7 }, "notes"],
    ["overlong text", { notes: "ن".repeat(2001) }, "notes"],
    ["a character that cannot be stored", { notes: "a\u0000b" }, "notes"],
    ["an impossible date", { starts_at: "2026-02-30T10:00:00Z" }, "starts_at"],
    ["a date without its offset", { starts_at: "2026-12-01T10:00:00" }, "starts_at"],
    ["an hour that is none", { starts_at: "2026-12-01T25:00:00Z" }, "starts_at"],
    ["an end before the start", { ends_at: "2026-12-01T13:00:00Z" }, "ends_at"],
    ["a negative price", { price: "-1.00" }, "price"],
    ["a price as a number", { price: 100 }, "price"],
    ["more decimals than the currency has", { price: "1.005" }, "price"],
    ["a currency that is none", { currency: "XXX" }, "currency"],
    ["a malformed id", { customer_id: "123" }, "customer_id"],
    ["an id of another version of nothing", { customer_id: "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz" }, "customer_id"],
    ["a list for an id", { customer_id: [invented] }, "customer_id"],
    ["null for what must be there", { property_id: null }, "property_id"],
  ])("%s", async (_, wrong, field) => {
    expect(await refused("POST", "/api/bookings", { ...booking(), ...wrong })).toContain(field);
  });

  test("the right one is taken: the control of the above", async () => {
    const got = await portal.send("POST", "/api/bookings", {
      token,
      json: { ...booking(), price: "1.50", notes: "كذا" },
    });
    expect(got.status).toBe(201);
  });

  test("what is missing", async () => {
    expect(await refused("POST", "/api/tickets", {})).toEqual(expect.arrayContaining(["subject", "category"]));
    expect(await refused("POST", "/api/tickets")).toContain("subject");
  });

  test("a field inside a list, by its place", async () => {
    const transcript = [
      { speaker: "customer", text: "مرحبا" },
      { speaker: "robot", text: "?" },
    ];
    expect(await refused("POST", "/api/conversations", { type: "voice", transcript })).toContain(
      "transcript.1.speaker",
    );
  });

  test.each([
    ["?limit=0", "limit"],
    ["?limit=101", "limit"],
    ["?limit=ten", "limit"],
    ["?limit=1.5", "limit"],
    ["?limit=", "limit"],
    ["?limit=1e3", "limit"],
    ["?status=open&status=closed", "status"],
    ["?status=nothing", "status"],
    ["?colour=red", "colour"],
    ["?cursor=tampered", "cursor"],
    ["?cursor=WzEsMSwyLDMsNCw1XQ", "cursor"],
    ["?customer_id=5", "customer_id"],
    [`?q=${"ن".repeat(201)}`, "q"],
    ["?q=a%00b", "q"],
    ["?__proto__=1", "__proto__"],
  ])("GET /api/bookings%s", async (query, field) => {
    expect(await refused("GET", `/api/bookings${query}`)).toContain(field);
  });

  test("a cursor of one list is none of another, and a changed one is none at all", async () => {
    const make = recordsOf(portal);
    for (let n = 0; n < 3; n += 1) await make.booking();
    const { body } = await portal.send("GET", "/api/bookings?limit=1", { token });
    const cursor = String(body.next_cursor);
    expect((await portal.send("GET", `/api/bookings?limit=1&cursor=${cursor}`, { token })).status).toBe(200);
    expect(await refused("GET", `/api/bookings?cursor=${cursor.slice(0, -4)}`)).toEqual(["cursor"]);
    expect(await refused("GET", `/api/bookings?cursor=${cursor}AAAA`)).toEqual(["cursor"]);
  });

  test.each([
    ["GET", "/api/bookings/1"],
    ["GET", "/api/conversations/%E0%A4%A"],
    ["PATCH", "/api/bookings/' or 1=1/approve"],
    ["GET", "/api/customers/undefined/history"],
    ["PATCH", "/api/tickets/null/resolve"],
  ])("%s %s: a malformed id", async (method, path) => {
    expect(await refused(method, path, method === "GET" ? undefined : {})).toContain("id");
  });

  test("a field in two places, or in the wrong one", async () => {
    const id = await recordsOf(portal).ticket();
    expect(await refused("PATCH", `/api/tickets/${id}/resolve`, { id })).toEqual(["id"]);
    expect(await refused("GET", `/api/tickets/${id}?id=${id}`)).toEqual(["id"]);
    expect(await refused("POST", "/api/tickets?subject=x", { subject: "y", category: "other" })).toEqual(["subject"]);
    expect(await refused("POST", "/api/tickets?subject=x", { category: "other" })).toContain("subject");
  });
});

test("an Idempotency-Key longer than an index can hold is 400", async () => {
  const key = Array.from({ length: 5000 }, (_, at) => ((at * 7919) % 36).toString(36)).join("");
  const json = { subject: "عطل", category: "other" };
  const got = await portal.send("POST", "/api/tickets", { token, json, headers: { "Idempotency-Key": key } });
  expect([got.status, got.error.issues]).toMatchObject([400, [{ path: "idempotency_key" }]]);
});

test("text for a number in a body stays refused after the same procedure was called with a query string", async () => {
  expect((await portal.send("GET", "/api/tickets?limit=5", { token })).status).toBe(200);
  const input = encodeURIComponent(JSON.stringify({ limit: "5" }));
  const got = await portal.send("GET", `/api/trpc/tickets.list?input=${input}`, { token });
  expect(got.status).toBe(400);
});
