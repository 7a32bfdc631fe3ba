import { afterAll, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test("a key serves as a bearer token in its company and role until it is revoked", async () => {
  const { apiKeys } = portal.world.a.caller("admin");
  const { api_key, key } = await apiKeys.create({ name: "تقارير", role: "support_manager" });
  const customer = { name: "نوف", phone: "+966500000088" };
  const made = await portal.send("POST", "/api/customers", { token: key, json: customer });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ customer: { company_id: portal.world.a.company_id } });
  expect((await portal.send("GET", "/api/tickets", { token: key })).status).toBe(200);
  expect((await portal.send("GET", "/api/bookings", { token: key })).status).toBe(403);
  expect((await portal.send("GET", "/api/users", { token: key })).status).toBe(403);
  await apiKeys.revoke({ id: api_key.id });
  expect((await portal.send("GET", "/api/tickets", { token: key })).status).toBe(401);
  expect((await portal.send("POST", "/api/customers", { token: key, json: customer })).status).toBe(401);
});

test("a key does not open another company, whatever company it names", async () => {
  const { key } = await portal.world.a.caller("admin").apiKeys.create({ name: "أ", role: "admin" });
  const theirs = key.replace(
    portal.world.a.company_id.replaceAll("-", ""),
    portal.world.b.company_id.replaceAll("-", ""),
  );
  expect(theirs).not.toBe(key);
  expect((await portal.send("GET", "/api/customers", { token: theirs })).status).toBe(401);
  expect((await portal.send("GET", "/api/customers", { token: key })).status).toBe(200);
});
