import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "#rest/routes.ts";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

let portal: Portal;
let token: string;
beforeAll(async () => {
  portal = await openPortal();
  token = portal.world.a.users.admin.token;
});
afterAll(() => portal.close());

const tickets = async () => Number((await portal.database.superuser`select count(*) from tickets`)[0]?.count);

describe("company_id decides nothing", () => {
  test("your own is accepted in the query and in the body, in any case of its letters, and not stored twice", async () => {
    const own = portal.world.a.company_id;
    const { status } = await portal.send("GET", `/api/tickets?company_id=${own.toUpperCase()}`, { token });
    expect(status).toBe(200);
    const json = { subject: "عطل", category: "other" };
    expect((await portal.send("POST", "/api/tickets", { token, json: { ...json, company_id: own } })).status).toBe(201);
    expect((await portal.send("POST", `/api/tickets?company_id=${own}`, { token, json })).status).toBe(201);
  });

  test("another's is 403 wherever it stands, and nothing happens", async () => {
    const foreign = portal.world.b.company_id;
    const before = await tickets();
    const json = { subject: "عطل", category: "other" };
    const answers = [
      await portal.send("GET", `/api/tickets?company_id=${foreign}`, { token }),
      await portal.send("POST", "/api/tickets", { token, json: { ...json, company_id: foreign } }),
      await portal.send("POST", `/api/tickets?company_id=${foreign}`, { token, json }),
      await portal.send("POST", `/api/tickets?company_id=${portal.world.a.company_id}`, {
        token,
        json: { ...json, company_id: foreign },
      }),
      await portal.send("GET", "/api/tickets?company_id=019357f0-3c00-7000-8000-000000000001", { token }),
    ];
    expect(answers.map(({ status, error }) => [status, error.code])).toEqual(answers.map(() => [403, "FORBIDDEN"]));
    expect(await tickets()).toBe(before);
  });

  test.each(["", "1", "null", "' or 1=1", "01a204e1-f660-7512-b9fb"])(
    "malformed (%j) is 400 and named",
    async (malformed) => {
      const inQuery = await portal.send("GET", `/api/tickets?company_id=${encodeURIComponent(malformed)}`, { token });
      const inBody = await portal.send("POST", "/api/tickets", {
        token,
        json: { subject: "عطل", category: "other", company_id: malformed },
      });
      for (const got of [inQuery, inBody]) {
        expect([got.status, got.error.code]).toEqual([400, "INVALID"]);
        expect(got.error.issues).toMatchObject([{ path: "company_id" }]);
      }
    },
  );

  test.each(routes.filter(({ procedure }) => procedure !== "auth.signIn").map(({ method, path }) => [method, path]))(
    "%s %s refuses another's",
    async (method, path) => {
      const address = path.replace("{id}", portal.world.a.users.agent.id);
      const got = await portal.send(method, `${address}?company_id=${portal.world.b.company_id}`, { token });
      expect([got.status, got.error.code]).toEqual([403, "FORBIDDEN"]);
    },
  );

  test("who is not signed in is told that, before anything about companies", async () => {
    const got = await portal.send("GET", `/api/tickets?company_id=${portal.world.b.company_id}`);
    expect(got.status).toBe(401);
  });

  test("another company's record is 404, like one that never was, and stays as it is", async () => {
    const id = await recordsOf(portal).booking();
    const foreigner = portal.world.b.users.admin.token;
    const foreign = await portal.send("PATCH", `/api/bookings/${id}/approve`, { token: foreigner });
    const invented = await portal.send("PATCH", "/api/bookings/019357f0-3c00-7000-8000-000000000001/approve", {
      token: foreigner,
    });
    expect([foreign.status, foreign.error.code]).toEqual([404, "NOT_FOUND"]);
    expect({ ...foreign.error, request_id: "" }).toEqual({ ...invented.error, request_id: "" });
    const own = await portal.send("GET", `/api/bookings/${id}`, { token });
    expect(own.body.booking).toMatchObject({ id, status: "pending" });
  });
});
