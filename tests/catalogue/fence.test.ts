import { readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { createWorld, type World } from "#tests/support/world.ts";

const exceptions = readFileSync(new URL("../../sql/dba/fence.sql", import.meta.url), "utf8");

let database: TestDatabase;
let world: World;
let app: postgres.Sql;
let auditor: postgres.Sql;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
  auditor = postgres(database.auditorUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await Promise.all([app.end(), auditor.end()]);
  await world.close();
  await database.drop();
});

const tables = async () =>
  (
    await database.superuser<
      { name: string }[]
    >`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
  ).map(({ name }) => name);
const closed = ["directory", "hooks", "sign_in_attempts", "vendor_agents"];

describe("the fence", () => {
  it("has no exception that the DBA's own script would list", async () => {
    expect([...(await auditor.unsafe(exceptions))]).toEqual([]);
  });

  it("the script names a table that somebody forgot to fence, a leaking view and an open definer function", async () => {
    const rules = await database.superuser
      .begin(async (sql) => {
        await sql`create table forgotten (id uuid primary key, company_id uuid references companies (company_id), status text)`;
        await sql`create view reports.leak as select company_id from customers`;
        await sql`create function app.leak() returns bigint language sql security definer as 'select count(*) from customers'`;
        await sql`create policy open on bookings to portal_app using (true)`;
        const found = await sql.unsafe(exceptions);
        throw Object.assign(new Error("undo"), { rules: found.map((row) => String(row.rule).slice(0, 3)) });
      })
      .catch((undone: { rules: string[] }) => undone.rules);
    for (const rule of ["F01", "F02", "F03", "F04", "F07", "F11", "F12", "F15", "F17", "F19", "F20", "F21"])
      expect(rules).toContain(rule);
  });

  it("with no company entered the app role reads and writes nothing: every statement raises", async () => {
    const names = (await tables()).filter((name) => !closed.includes(name));
    expect(names.length).toBeGreaterThanOrEqual(22);
    for (const name of names) {
      await expect(app`select company_id from ${app(name)}`, name).rejects.toMatchObject({ code: "28000" });
      const write = app`insert into ${app(name)} (company_id) values (${world.a.company_id})`;
      await expect(write, name).rejects.toMatchObject({ code: expect.stringMatching(/^(28000|42501)$/) });
    }
    // Control: the very same role reads once it has entered.
    const rows = await app.begin(async (sql) => {
      await sql`select app.enter(${world.a.company_id}, null, 'system', 'test')`;
      return sql`select company_id from users`;
    });
    expect(rows).toHaveLength(4);
  });

  it("the app role can touch neither the directory nor the sign-in counters", async () => {
    for (const name of closed)
      await expect(app`select * from ${app(name)}`, name).rejects.toMatchObject({ code: "42501" });
  });

  it("the app role never reads a password hash, yet may set one", async () => {
    const enter = (sql: postgres.TransactionSql) =>
      sql`select app.enter(${world.a.company_id}, null, 'system', 'test')`;
    await expect(
      app.begin(async (sql) => [await enter(sql), await sql`select password_hash from users`]),
    ).rejects.toMatchObject({ code: "42501" });
    const changed = app.begin(async (sql) => {
      await enter(sql);
      return sql`update users set password_hash = 'x' where company_id = ${world.a.company_id} and role = 'agent' returning id`;
    });
    expect(await changed).toHaveLength(1);
  });

  it("the trail can be neither written, changed nor emptied by the app role, which reads its own company's", async () => {
    const attempt = (statement: string) =>
      app.begin(async (sql) => {
        await sql`select app.enter(${world.a.company_id}, null, 'system', 'test')`;
        return sql.unsafe(statement);
      });
    await attempt(
      `update users set name = 'seen in the trail' where company_id = '${world.a.company_id}' and role = 'admin'`,
    );
    for (const statement of [
      `insert into audit_log (company_id, xid, table_name, row_id, op) values ('${world.a.company_id}', '1', 'users', 'x', 'insert')`,
      "update audit_log set actor_id = null",
      "delete from audit_log",
      "truncate audit_log",
      "alter table users disable trigger audit",
      "set local session_replication_role = replica",
    ]) {
      await expect(attempt(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
    expect((await attempt("select company_id from audit_log")).length).toBeGreaterThan(0);
  });

  it("a bulk load's silence is not for the app role", async () => {
    await app.begin(async (sql) => {
      await sql`select app.enter(${world.a.company_id}, null, 'system', 'loud')`;
      await sql`set local app.bulk_load = 'on'`;
      await sql`update users set name = 'still heard' where company_id = ${world.a.company_id} and role = 'agent'`;
    });
    expect(await database.superuser`select from audit_log where request_id = 'loud'`).toHaveLength(1);
  });

  it("the auditor reads every company and writes none", async () => {
    const companies = await auditor`select distinct company_id from users`;
    expect(companies).toHaveLength(2);
    await expect(auditor`update users set name = 'x'`).rejects.toMatchObject({
      code: expect.stringMatching(/^(25006|42501)$/),
    });
    await expect(auditor`begin read write; delete from users`.simple()).rejects.toMatchObject({ code: "42501" });
    await auditor`rollback`.simple();
  });

  it("the auditor reads no password hash, session hash or key hash", async () => {
    for (const [table, column] of [
      ["users", "password_hash"],
      ["sessions", "id"],
      ["api_keys", "secret_hash"],
    ] as const) {
      await expect(auditor`select ${auditor(column)} from ${auditor(table)}`, table).rejects.toMatchObject({
        code: "42501",
      });
      await expect(auditor`select company_id from ${auditor(table)}`, table).resolves.toBeDefined();
    }
  });
});
