import { verify } from "@node-rs/argon2";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemo } from "#demo/load.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T10:20:30.400Z");
const password = "portal-demo-2026";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createDatabase(), createDatabase()]);
  await loadDemo({ ownerUrl: first.superuserUrl, password, now });
  await loadDemo({ ownerUrl: second.superuserUrl, password, now });
}, 120_000);

afterAll(async () => {
  await first?.drop();
  await second?.drop();
});

describe("the demo", () => {
  test("holds a season for each of two companies", async () => {
    const rows = await first.superuser`
      select c.slug,
             (select count(*)::int from users u where u.company_id = c.company_id) as users,
             (select count(*)::int from customers u where u.company_id = c.company_id) as customers,
             (select count(*)::int from conversations u where u.company_id = c.company_id) as conversations,
             (select count(*)::int from conversations u where u.company_id = c.company_id and ended_at is null) as live,
             (select count(*)::int from bookings u where u.company_id = c.company_id) as bookings,
             (select count(*)::int from tickets u where u.company_id = c.company_id) as tickets,
             (select count(*)::int from properties u where u.company_id = c.company_id) as properties,
             (select count(*)::int from campaigns u where u.company_id = c.company_id) as campaigns
        from companies c
       order by c.slug`;
    const season = { users: 4, customers: 306, conversations: 1507, live: 5, bookings: 250, tickets: 200 };
    expect(rows).toEqual([
      { slug: "marsa", ...season, properties: 24, campaigns: 5 },
      // One chat of 2,000 lines is Riyadh's alone.
      { slug: "rawabi", ...season, conversations: 1508, properties: 24, campaigns: 5 },
    ]);
  });

  test("lets eight users sign in with the one password", async () => {
    const users = await first.superuser<{ username: string; password_hash: string; role: string }[]>`
      select u.username, u.password_hash, u.role
        from directory d
        join users u on u.company_id = d.company_id and u.id = d.user_id and u.username = d.username
       order by u.username`;
    expect(users.map((user) => `${user.username} ${user.role}`)).toEqual(
      ["marsa", "rawabi"].flatMap((slug) => [
        `${slug}.admin admin`,
        `${slug}.agent agent`,
        `${slug}.sales sales_manager`,
        `${slug}.support support_manager`,
      ]),
    );
    for (const { password_hash } of users) expect(await verify(password_hash, password)).toBe(true);
  });

  test("is the same twice when loaded at the same moment", async () => {
    const tables = await first.superuser<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
    for (const { name } of tables) {
      const [one, other] = await Promise.all([first, second].map(({ superuser }) => fingerprint(superuser, name)));
      expect(one, name).toEqual(other);
    }
  });

  test("leaves no trail and fires no trigger of its own", async () => {
    const [{ trail } = { trail: -1 }] = await first.superuser<
      { trail: number }[]
    >`select count(*)::int as trail from audit_log`;
    expect(trail).toBe(0);
    const [{ wrong } = { wrong: -1 }] = await first.superuser<{ wrong: number }[]>`
      select count(*)::int as wrong
        from customers c
       where c.stage <> (select s.to_stage from stage_changes s
                          where s.company_id = c.company_id and s.customer_id = c.id
                          order by s.created_at desc, s.id desc limit 1)`;
    expect(wrong).toBe(0);
  });

  test("refuses to load a second time, in one sentence, and changes nothing", async () => {
    const before = await fingerprint(first.superuser, "companies");
    await expect(loadDemo({ ownerUrl: first.superuserUrl, password, now })).rejects.toThrow(
      "The demo companies are in this database already (marsa and rawabi): load them into another one.",
    );
    expect(await fingerprint(first.superuser, "companies")).toEqual(before);
  });
});

describe("loaded by an owner that row security binds", () => {
  test("the fence is back up, forced, when the load is done", async () => {
    const database = await createDatabase();
    try {
      await database.superuser`create role demo_deployer login password 'demo-deployer' in role portal_owner`;
      const ownerUrl = Object.assign(new URL(database.superuserUrl), {
        username: "demo_deployer",
        password: "demo-deployer",
      });
      await loadDemo({ ownerUrl: ownerUrl.href, password, now });
      const [{ count } = { count: 0 }] = await database.superuser<
        { count: number }[]
      >`select count(*)::int as count from messages`;
      expect(count).toBeGreaterThan(20_000);
      const open = await database.superuser`
        select relname from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and not relforcerowsecurity`;
      expect(open).toEqual([]);
    } finally {
      await database.drop();
      await first.superuser`drop role if exists demo_deployer`;
    }
  }, 120_000);
});

/** Count and hash of a table's rows, whatever their order; the salt of a password is chance by design. */
async function fingerprint(sql: postgres.Sql, table: string): Promise<unknown> {
  const [row] = await sql`
    select count(*)::int as count, md5(string_agg(line, '\n' order by line)) as hash
      from (select (to_jsonb(t) - 'password_hash')::text as line from ${sql(table)} t) as rows`;
  return row;
}
