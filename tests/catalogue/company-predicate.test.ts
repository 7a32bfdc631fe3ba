import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemo } from "#demo/load.ts";
import { createContext } from "#server/context.ts";
import { type Caller, createCaller } from "#server/root.ts";
import { openServices } from "#server/services.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type Ids, smallestInput } from "#tests/support/inputs.ts";
import { allProcedures, call } from "#tests/support/procedures.ts";

// Two locks: row security, and the company's key in every statement. Without the first lock (a role that steps over it) the
// answers must be the same, or some statement relies on the fence alone: slow on one node, and sent to all on many.

let database: TestDatabase;
let fenced: ReturnType<typeof openServices>;
let unfenced: ReturnType<typeof openServices>;
const own: Record<string, Ids> = {};

beforeAll(async () => {
  database = await createDatabase();
  await loadDemo({ ownerUrl: database.superuserUrl, password: "a-demo-password", now: new Date() });
  fenced = openServices({ databaseUrl: database.appUrl });
  unfenced = openServices({ databaseUrl: database.superuserUrl });
  for (const slug of ["rawabi", "marsa"]) {
    const [ids] = await database.superuser<[Ids]>`select
      (select id from bookings b where b.company_id = c.company_id and status = 'pending' order by id limit 1) as booking,
      (select id from customers k where k.company_id = c.company_id order by id limit 1) as customer,
      (select id from properties p where p.company_id = c.company_id order by id limit 1) as property,
      (select id from users u where u.company_id = c.company_id order by id limit 1) as user,
      (select id from conversations v where v.company_id = c.company_id order by audio_key nulls last, id limit 1) as conversation,
      (select id from tickets t where t.company_id = c.company_id order by id limit 1) as ticket,
      (select id from campaigns m where m.company_id = c.company_id order by id limit 1) as campaign,
      (select id from notifications n where n.company_id = c.company_id order by id limit 1) as notification
      from companies c where slug = ${slug}`;
    own[slug] = ids;
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([fenced.stop(), unfenced.stop()]);
  await database.drop();
});

// One session a person: the list of one's own sessions is among the answers compared.
const tokens = new Map<string, string>();
async function openSession(username: string): Promise<string> {
  const [user] = await database.superuser`select company_id, id from users where username = ${username}`;
  const token = await fenced.sessions.open(user?.company_id, user?.id, "tests");
  tokens.set(username, token);
  return token;
}

async function callerOn(services: typeof fenced, username: string): Promise<Caller> {
  const token = tokens.get(username) ?? (await openSession(username));
  const facts = {
    request_id: "predicate",
    address: "-",
    user_agent: null,
    token,
    idempotency_key: null,
    is_secure: false,
  };
  return createCaller(createContext(services, { ...facts, setCookie: () => {} }));
}

const moments = new Set(["as_of", "from", "to", "previous_from", "previous_to", "expires_at"]);

const queries = allProcedures().filter(({ type, path }) => type === "query" && path !== "live.position");

describe("every query carries its company's key", () => {
  it.each(queries.map((query) => [query.path, query] as const))(
    "%s answers the same with and without row security",
    async (_, query) => {
      for (const slug of ["rawabi", "marsa"]) {
        const ids = own[slug];
        if (!ids) throw new Error(`No rows of ${slug}`);
        const input = smallestInput(query, ids);
        const [one, other] = [
          await call(await callerOn(fenced, `${slug}.admin`), query, input),
          await call(await callerOn(unfenced, `${slug}.admin`), query, input),
        ];
        const timeless = (answer: unknown) =>
          JSON.parse(
            JSON.stringify(answer, (key, value) => {
              // A link is signed for a moment: what it leads to is compared.
              if (key === "url") return String(value).split("?")[0];
              return moments.has(key) ? undefined : value;
            }),
          );
        expect(timeless(other)).toEqual(timeless(one));
        expect(JSON.stringify(one).length).toBeGreaterThan(10);
      }
    },
  );
});
