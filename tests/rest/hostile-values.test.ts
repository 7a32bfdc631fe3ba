import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldKinds } from "#rest/coerce.ts";
import { bodies } from "#rest/field-words.ts";
import { handleRest } from "#rest/handler.ts";
import { exampleObject, inputSchema } from "#rest/json-schema.ts";
import { type Route, routes } from "#rest/routes.ts";
import { describeProcedure } from "#rest/schemas.ts";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

// Every field of every call with values nobody should send. New calls are covered without anyone remembering.

let portal: Portal;
let ids: Record<string, string>;
beforeAll(async () => {
  portal = await openPortal();
  const make = recordsOf(portal);
  ids = {
    customer_id: await make.customer(),
    property_id: await make.property(),
    conversation_id: await make.conversation(),
    staff_id: portal.world.a.users.agent.id,
    owner_id: portal.world.a.users.agent.id,
    assignee_id: portal.world.a.users.agent.id,
    bookings: await make.booking(),
    customers: await make.customer(),
    tickets: await make.ticket(),
    campaigns: await make.campaign(),
    conversations: await make.conversation(),
    properties: await make.property(),
    users: await make.user(),
  };
});
afterAll(() => portal.close());

const hostile: unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  "",
  "   ",
  "9".repeat(30),
  "a\u0000b",
  "\ud800",
  "'; drop table users; --",
  "%_\\",
  "x".repeat(250_000),
  "2026-02-30T10:00:00.000Z",
  "0000-01-01",
  "9999-12-31T23:59:59.999Z",
  "1e400",
  "NaN",
  [],
  [null],
  {},
  { toString: 1 },
];
const telling =
  /\b(select|insert into|update "|delete from|relation|constraint|violates|syntax error|Failed query|postgres|drizzle|at \/|\.ts:)/i;

describe("no value makes any call fail inside, or tell of its inside", () => {
  test.each(routes.map((route): [string, Route] => [`${route.method} ${route.path}`, route]))(
    "%s",
    async (_, route) => {
      const fields = inputSchema(describeProcedure(route.procedure).input);
      const example = { ...exampleObject(fields), ...bodies[route.procedure] };
      const valid = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, ids[name] ?? value]));
      const { id: _id, cursor: _cursor, version: _version, ...rest } = valid;
      for (const name of Object.keys(fields.properties ?? {})) {
        const judge = async (value: unknown) => {
          const sent = await send(route, { ...rest, [name]: value });
          const about = `${name}=${String(JSON.stringify(value)).slice(0, 40)}: ${sent.status} ${sent.body?.slice(0, 300)}`;
          expect(sent.status, about).toBeLessThan(500);
          if (sent.status >= 400) expect(sent.body, about).not.toMatch(telling);
          if (sent.status === 400) expect(JSON.parse(sent.body ?? "").error.issues.length, about).toBeGreaterThan(0);
        };
        await Promise.all(hostile.map(judge));
      }
    },
  );
});

function send(route: Route, { id, ...fields }: Record<string, unknown>) {
  const noun = route.path.split("/")[2] ?? "";
  const path = route.path.replace("{id}", encodeURIComponent(wellFormed(id ?? ids[noun])));
  const kinds = fieldKinds(describeProcedure(route.procedure).input);
  const entries = Object.entries(fields).map(([name, value]): [string, string] => [name, wellFormed(value)]);
  return handleRest({
    method: route.method,
    path,
    query: new URLSearchParams(route.method === "GET" ? entries.filter(([name]) => kinds.has(name)) : []),
    body: route.method === "GET" ? undefined : fields,
    ctx: portal.world.context(portal.world.a.users.admin.token),
  });
}

/** As an address can carry it. */
const wellFormed = (value: unknown) =>
  (typeof value === "string" ? value : String(JSON.stringify(value))).toWellFormed();
