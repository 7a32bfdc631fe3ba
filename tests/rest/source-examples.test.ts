import { afterAll, beforeAll, expect, test } from "vitest";
import { password } from "#tests/support/world.ts";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

// The three examples of the source's section 6, with fetch as it stands there: only the origin is put before the path.

let portal: Portal;
let user: { token: string; id: string; company_id: string };
beforeAll(async () => {
  portal = await openPortal();
  const { username } = portal.world.a.users.admin;
  const { body } = await portal.send("POST", "/api/auth/login", { json: { username, password } });
  user = { ...Object(body.user), token: body.token };
});
afterAll(() => portal.close());

test("the sign-in answer has exactly the contract's fields", () => {
  const { company_id, users } = portal.world.a;
  const { id, username } = users.admin;
  expect(user).toEqual({
    token: expect.any(String),
    id,
    username,
    name: "admin of alpha",
    company_id,
    company_name: "شركة alpha",
    role: "admin",
  });
});

test("reading: bookings by company_id, under data.bookings", async () => {
  const id = await recordsOf(portal).booking();
  const response = await fetch(`${portal.origin}/api/bookings?company_id=${user.company_id}`, {
    headers: { Authorization: `Bearer ${user.token}` },
  });
  const data = await response.json();
  expect(data.bookings).toMatchObject([{ id, company_id: user.company_id, status: "pending" }]);
});

test("creating: a ticket with company_id in the body", async () => {
  const ticketData = { subject: "تسريب في المطبخ", category: "maintenance", priority: "high" };
  const response = await fetch(`${portal.origin}/api/tickets`, {
    method: "POST",
    headers: { Authorization: `Bearer ${user.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ ...ticketData, company_id: user.company_id }),
  });
  expect(response.status).toBe(201);
  expect((await response.json()).ticket).toMatchObject({ ...ticketData, company_id: user.company_id, status: "open" });
});

test("approving: without a content type, with the client's own approved_by and approved_at, which do not hold", async () => {
  const id = await recordsOf(portal).booking();
  const before = Date.now();
  const response = await fetch(`${portal.origin}/api/bookings/${id}/approve`, {
    method: "PATCH",
    headers: { Authorization: `Bearer ${user.token}` },
    body: JSON.stringify({
      approved_by: portal.world.b.users.admin.id,
      approved_at: new Date(0).toISOString(),
    }),
  });
  expect(response.status).toBe(200);
  const { booking } = await response.json();
  expect(booking).toMatchObject({ id, status: "approved", decided_by: { id: user.id } });
  expect(Date.parse(booking.decided_at)).toBeGreaterThanOrEqual(before - 1000);
});

test("a body without a JSON content type is read only when a token stands in the Authorization header", async () => {
  const id = await recordsOf(portal).booking();
  const plain = { raw: "{}", headers: { "Content-Type": "text/plain" } };
  const byCookie = { ...plain, headers: { ...plain.headers, Cookie: `portal_session=${user.token}` } };
  expect((await portal.send("PATCH", `/api/bookings/${id}/approve`, byCookie)).status).toBe(415);
  expect((await portal.send("PATCH", `/api/bookings/${id}/approve`, plain)).status).toBe(415);
  expect((await portal.send("PATCH", `/api/bookings/${id}/approve`, { ...plain, token: user.token })).status).toBe(200);
});
