import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  for (const { company_id, users } of [world.a, world.b]) {
    await database.superuser`insert into api_keys (company_id, id, name, prefix, secret_hash, role, created_by)
      values (${company_id}, ${uuidv7()}, 'k', 'vp_', 'hash', 'agent', ${users.admin.id})`;
  }
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;

describe.each([
  ["users", 4],
  ["sessions", 4],
  ["api_keys", 1],
])("%s", (table, count) => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      const seen = await fence.inside(company, (sql) => sql`select company_id from ${sql(table)}`);
      expect(seen).toEqual(Array.from({ length: count }, () => ({ company_id: company })));
    }
  });
});

describe("users", () => {
  it("of B cannot be changed by A: not their role, not their password", async () => {
    const before = await database.superuser`select * from users where company_id = ${b()} order by id`;
    const promote = (id: string) =>
      fence.inside(
        a(),
        (sql) => sql`update users set role = 'admin', password_hash = 'x' where id = ${id} returning id`,
      );
    expect(await promote(world.b.users.agent.id)).toEqual([]);
    expect(await database.superuser`select * from users where company_id = ${b()} order by id`).toEqual(before);
    // Control: A's own can.
    expect(await promote(world.a.users.support_manager.id)).toHaveLength(1);
  });

  it("cannot be put into B by A, and are never removed", async () => {
    const into = (company: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into users (company_id, id, username, name, role, password_hash)
        values (${company}, ${uuidv7()}, 'planted', 'x', 'admin', 'x') returning company_id`,
      );
    await expect(into(b())).rejects.toMatchObject(forbidden);
    expect(await into(a())).toEqual([{ company_id: a() }]);
    await expect(fence.inside(a(), (sql) => sql`delete from users`)).rejects.toMatchObject(forbidden);
  });

  it("keep their sign-in name, and their hash is read by nobody", async () => {
    await expect(fence.inside(a(), (sql) => sql`update users set username = 'another'`)).rejects.toMatchObject(
      forbidden,
    );
    await expect(fence.inside(a(), (sql) => sql`select password_hash from users`)).rejects.toMatchObject(forbidden);
    await expect(fence.inside(a(), (sql) => sql`select * from users`)).rejects.toMatchObject(forbidden);
    // Not by way of the answer of a write either.
    const write = fence.inside(a(), (sql) => sql`update users set name = 'x' returning password_hash`);
    await expect(write).rejects.toMatchObject(forbidden);
  });
});

describe("sessions", () => {
  it("of B cannot be ended by A, and nobody's token hash is read", async () => {
    const end = (user_id: string) =>
      fence.inside(a(), (sql) => sql`delete from sessions where user_id = ${user_id} returning user_id`);
    expect(await end(world.b.users.admin.id)).toEqual([]);
    expect(await end(world.a.users.agent.id)).toHaveLength(1);
    await expect(fence.inside(a(), (sql) => sql`select id from sessions`)).rejects.toMatchObject(forbidden);
  });

  it("cannot be made by hand: not even for a colleague", async () => {
    const forge = fence.inside(
      a(),
      (sql) =>
        sql`insert into sessions (company_id, id, user_id, expires_at) values (${a()}, 'x', ${world.a.users.admin.id}, now() + interval '1 day')`,
    );
    await expect(forge).rejects.toMatchObject(forbidden);
  });
});

describe("api_keys", () => {
  it("never show their secret, and keep role and secret for ever", async () => {
    await expect(fence.inside(a(), (sql) => sql`select secret_hash from api_keys`)).rejects.toMatchObject(forbidden);
    for (const column of ["role", "secret_hash", "prefix", "created_by"]) {
      const change = fence.inside(a(), (sql) => sql`update api_keys set ${sql(column)} = null`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
    expect(await fence.inside(a(), (sql) => sql`update api_keys set revoked_at = now() returning name`)).toEqual([
      { name: "k" },
    ]);
  });

  it("cannot be made in the name of B's staff", async () => {
    const make = (created_by: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into api_keys (company_id, id, name, prefix, secret_hash, role, created_by)
        values (${a()}, ${uuidv7()}, 'k2', 'vp_', ${created_by}, 'agent', ${created_by}) returning name`,
      );
    await expect(make(world.b.users.admin.id)).rejects.toMatchObject(noSuchRow);
    expect(await make(world.a.users.admin.id)).toEqual([{ name: "k2" }]);
  });
});

describe("the directory of sign-in names", () => {
  it("gives a name once in the whole portal and does not say to whom", async () => {
    const claim = (company: string, name: string) =>
      fence.inside(company, (sql) => sql`select app.claim_username(${name}, ${uuidv7()}) as claimed`);
    expect(await claim(a(), "beta.admin")).toEqual([{ claimed: false }]);
    expect(await claim(a(), "BETA.Admin")).toEqual([{ claimed: false }]);
    expect(await claim(a(), "someone.new")).toEqual([{ claimed: true }]);
    expect(await claim(b(), "someone.new")).toEqual([{ claimed: false }]);
    await expect(fence.inside(a(), (sql) => sql`select username from directory`)).rejects.toMatchObject(forbidden);
  });
});
