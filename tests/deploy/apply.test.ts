import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { applyDatabase } from "#deploy/apply-database.ts";
import { checkApplied } from "#deploy/check.ts";
import { readSource } from "#deploy/source.ts";
import { emptyDatabase, type Scratch } from "./scratch.ts";

const source = await readSource();
const quiet = () => undefined;
let database: Scratch;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const countPolicies = async () => {
  const [row] = await database.query("select count(*)::int as count from pg_policies where schemaname = 'public'");
  return row?.count;
};

test("a file of sql/ that fails changes nothing and is named with its line", async () => {
  const broken = { name: "sql/99-broken.sql", text: "create table half_done ();\n\nselect * from no_such_table;" };
  const failing = applyDatabase({
    ownerUrl: database.url,
    log: quiet,
    source: { ...source, sql: [...source.sql, broken], fingerprint: "broken" },
  });
  await expect(failing).rejects.toThrow('sql/99-broken.sql:3: relation "no_such_table" does not exist (42P01)');
  expect(await database.query("select tablename from pg_tables where schemaname in ('public', 'deploy')")).toEqual([]);

  await applyDatabase({ ownerUrl: database.url, log: quiet });
  expect(await countPolicies(), "the control: without that file it applies").toBeGreaterThan(10);
});

test("a failed second deployment leaves every policy in force", async () => {
  await applyDatabase({ ownerUrl: database.url, log: quiet });
  const before = await countPolicies();
  const broken = { name: "sql/99-broken.sql", text: "select 1 / 0" };
  const failing = applyDatabase({
    ownerUrl: database.url,
    log: quiet,
    source: { ...source, sql: [...source.sql, broken], fingerprint: "broken" },
  });
  await expect(failing).rejects.toThrow("division by zero");
  expect(await countPolicies()).toBe(before);
});

test("applying the same version again does nothing; another one runs all of sql/ again", async () => {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  await applyDatabase({ ownerUrl: database.url, log });
  await applyDatabase({ ownerUrl: database.url, log });
  expect(lines).toHaveLength(1);
  await applyDatabase({ ownerUrl: database.url, log, source: { ...source, fingerprint: "next" } });
  expect(lines[1]).toMatch(/^Database: 0 migrations and \d+ files/);
});

test("a function may change its parameters, and one that left sql/ leaves the database", async () => {
  const version = (fingerprint: string, text: string) => ({
    ...source,
    fingerprint,
    sql: [...source.sql, { name: "sql/99-more.sql", text }],
  });
  const first = `
    create or replace function app.changing(a int) returns int language sql as 'select a';
    create or replace function app.leaving() returns int language sql as 'select 1';
    create or replace view reports.shown with (security_invoker) as select slug from public.companies;`;
  const second = `
    create or replace function app.changing(b int) returns text language sql as 'select b::text';
    create or replace view reports.shown with (security_invoker) as select name as slug_or_name from public.companies;`;
  await applyDatabase({ ownerUrl: database.url, log: quiet, source: version("first", first) });
  await applyDatabase({ ownerUrl: database.url, log: quiet, source: version("second", second) });
  expect(await database.query("select app.changing(7) as text")).toEqual([{ text: "7" }]);
  expect(await database.query("select to_regprocedure('app.leaving()') as door")).toEqual([{ door: null }]);
});

test("what a migration made is not dropped by a later deployment", async () => {
  const functions =
    "select proname from pg_proc where pronamespace = 'app'::regnamespace order by oid::regprocedure::text";
  await applyDatabase({ ownerUrl: database.url, log: quiet });
  const before = await database.query(functions);
  await applyDatabase({ ownerUrl: database.url, log: quiet, source: { ...source, sql: [], fingerprint: "no sql" } });
  const left = (await database.query(functions)).map((row) => row.proname);
  expect(left).toContain("uuidv7");
  expect(left.length).toBeLessThan(before.length);
  await applyDatabase({ ownerUrl: database.url, log: quiet });
  expect(await database.query(functions)).toEqual(before);
});

test("many processes that deploy at once deploy once", async () => {
  const lines: string[] = [];
  const deploy = () => applyDatabase({ ownerUrl: database.url, log: (line) => lines.push(line) });
  await Promise.all([deploy(), deploy(), deploy(), deploy()]);
  expect(lines).toHaveLength(1);
});

test("a migration edited after it ran is refused", async () => {
  await applyDatabase({ ownerUrl: database.url, log: quiet });
  const [first, ...others] = source.migrations;
  if (first === undefined) throw new Error("there is no migration");
  const edited = { ...source, migrations: [{ ...first, hash: "other" }, ...others], fingerprint: "edited" };
  await expect(applyDatabase({ ownerUrl: database.url, log: quiet, source: edited })).rejects.toMatchObject({
    name: "Refusal",
    message: expect.stringContaining(`${first.name} was changed after this database ran it`),
  });
});

test("the app role serves from what was applied, and from nothing else", async () => {
  const app = new URL(inject("template").app);
  const appUrl = database.as(app.username, app.password);
  await expect(checkApplied(appUrl)).rejects.toThrow(
    'The database of DATABASE_URL has not been prepared for this role: set DATABASE_OWNER_URL and run "npm run db:apply".',
  );
  await applyDatabase({ ownerUrl: database.url, log: quiet, source: { ...source, fingerprint: "of another version" } });
  await expect(checkApplied(appUrl)).rejects.toThrow("has another version than this code");
  await applyDatabase({ ownerUrl: database.url, log: quiet });
  await expect(checkApplied(appUrl)).resolves.toBeInstanceOf(Array);
});
