import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

interface Described {
  kind: string;
  name: string;
  comment: string | null;
}

/** Everything of ours in the catalogue that a reader may meet, with what is said of it. */
const everything = () => database.superuser<Described[]>`
  select case c.relkind when 'v' then 'view' else 'table' end as kind, c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') as comment
    from pg_class c
   where c.relnamespace::regnamespace::text in ('public', 'reports') and c.relkind in ('r', 'p', 'v', 'm')
  union all
  select 'column', c.oid::regclass::text || '.' || a.attname, col_description(c.oid, a.attnum)
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace::regnamespace::text in ('public', 'reports') and c.relkind in ('r', 'p', 'v', 'm')
     and a.attnum > 0 and not a.attisdropped
  union all
  select 'policy', p.polrelid::regclass::text || '.' || p.polname, obj_description(p.oid, 'pg_policy') from pg_policy p
  union all
  select 'function', f.oid::regprocedure::text, obj_description(f.oid, 'pg_proc') from pg_proc f where f.pronamespace = 'app'::regnamespace
  union all
  select 'schema', s.nspname, obj_description(s.oid, 'pg_namespace') from pg_namespace s where s.nspname in ('public', 'app', 'reports')`;

test("no table, column, view, policy, function or schema is without a comment", async () => {
  const found = await everything();
  const silent = found.filter(({ comment }) => comment === null || comment.trim().length < 8);
  expect(silent.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
  // Control: the list is not empty because nothing was looked at.
  const kinds = Map.groupBy(found, ({ kind }) => kind);
  expect(kinds.get("table")?.length).toBeGreaterThanOrEqual(25);
  expect(kinds.get("view")?.length).toBeGreaterThanOrEqual(9);
  expect(kinds.get("column")?.length).toBeGreaterThan(300);
  expect(kinds.get("policy")?.length).toBeGreaterThan(90);
  expect(kinds.get("function")?.length).toBeGreaterThan(25);
});

test("a column without a comment is caught", async () => {
  await database.superuser`alter table bookings add column unexplained text`;
  const silent = (await everything()).filter(({ comment }) => comment === null);
  expect(silent.map(({ name }) => name)).toEqual(["bookings.unexplained"]);
});

test("what people are called, written to and reached by is marked as personal", async () => {
  const personal = (await everything()).filter(({ comment }) => comment?.endsWith("Personal.")).map(({ name }) => name);
  expect(personal).toEqual(
    expect.arrayContaining([
      "customers.name",
      "customers.phone",
      "customers.email",
      "users.name",
      "users.email",
      "messages.text",
      "conversations.summary",
      "campaign_recipients.phone",
      "do_not_call.phone",
      "audit_log.before",
    ]),
  );
  expect(personal).not.toContain("properties.title");
});
