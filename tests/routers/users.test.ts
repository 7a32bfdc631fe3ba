import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller } from "#server/root.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, password, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let serial = 0;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const admin = (company: "a" | "b" = "a") => world[company].caller("admin").users;
const rowOf = async (id: string) => (await database.superuser`select * from users where id = ${id}`)[0];

async function hire(role: "admin" | "sales_manager" | "support_manager" | "agent" = "agent", company: "a" | "b" = "a") {
  serial += 1;
  const user = await admin(company).create({
    username: `hired.${serial}`,
    name: "سالم العتيبي",
    role,
    password: "long enough 10",
  });
  const token = await world.services.sessions.open(user.company_id, user.id, "tests");
  // A context is one request: each call makes its own.
  return { ...user, request: () => createCaller(world.context(token)) };
}
const isSignedIn = (hired: Pick<Awaited<ReturnType<typeof hire>>, "request">) =>
  hired
    .request()
    .notifications.list({})
    .then(
      () => true,
      (error) => {
        expect(refusalOf(error).code).toBe("UNAUTHORIZED");
        return false;
      },
    );

describe("a new member of staff", () => {
  it("can sign in with the password given, which no answer, trail or log of changes carries", async () => {
    const secret = "a password of this test";
    const user = await admin().create({
      username: "lama.h",
      name: "لمى الحربي",
      role: "sales_manager",
      password: secret,
      gender: "female",
    });
    expect(user).toMatchObject({
      username: "lama.h",
      role: "sales_manager",
      is_active: true,
      email: null,
      gender: "female",
      version: 1,
    });
    expect(Object.keys(user).filter((key) => key.includes("password"))).toEqual([]);
    const stored = String((await rowOf(user.id))?.password_hash);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const signedIn = await createCaller(world.context(null)).auth.signIn({ username: "lama.h", password: secret });
    expect(signedIn.user).toMatchObject({ id: user.id, company_id: world.a.company_id, role: "sales_manager" });
    const trail =
      await database.superuser`select concat(before, after) as change from audit_log where row_id = ${user.id}`;
    for (const { change } of trail) expect(change).not.toContain("argon2");
  });

  it("cannot have a name that is taken, in this company or another, and is not told by whom", async () => {
    for (const username of ["alpha.agent", "beta.agent"]) {
      const refused = await admin()
        .create({ username, name: "x", role: "agent", password: "long enough 10" })
        .catch(refusalOf);
      expect(refused, username).toEqual({ code: "CONFLICT", reason: "username_taken", current: null });
    }
    const input = { username: "wanted.by.two", name: "x", role: "agent" as const, password: "long enough 10" };
    const tries = await Promise.allSettled([admin("a").create(input), admin("b").create(input)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.superuser`select from users where username = 'wanted.by.two'`).toHaveLength(1);
  });

  it("names each wrong field", async () => {
    const wrong = [
      [{ username: "Upper.Case" }, "username"],
      [{ username: "ab" }, "username"],
      [{ username: "has space" }, "username"],
      [{ username: "عربي" }, "username"],
      [{ password: "too short" }, "password"],
      [{ password: "x".repeat(201) }, "password"],
      [{ role: "owner" }, "role"],
      [{ email: "not a mail" }, "email"],
      [{ password_hash: "planted" }, "password_hash"],
      [{ company_id: world.b.company_id }, "company_id"],
    ] as const;
    for (const [field, path] of wrong) {
      const input = { username: "right.name", name: "x", role: "agent", password: "long enough 10", ...field };
      const refused = await Reflect.apply(admin().create, null, [input]).catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
  });
});

describe("changing a member of staff", () => {
  it("changes what is given and leaves the rest; another role ends the sessions, another name does not", async () => {
    const hired = await hire("support_manager");
    const renamed = await admin().update({
      id: hired.id,
      version: 1,
      name: "سالم الدوسري",
      email: "salem@example.com",
    });
    expect(renamed).toMatchObject({
      name: "سالم الدوسري",
      email: "salem@example.com",
      role: "support_manager",
      version: 2,
    });
    await admin().update({ id: hired.id, role: "support_manager" });
    expect(await isSignedIn(hired)).toBe(true);
    expect(await admin().update({ id: hired.id, role: "agent", email: null })).toMatchObject({
      role: "agent",
      email: null,
    });
    expect(await isSignedIn(hired)).toBe(false);
  });

  it("from a stale version is refused with the current row", async () => {
    const hired = await hire();
    await admin().update({ id: hired.id, version: 1, name: "أول" });
    const refused = await admin().update({ id: hired.id, version: 1, name: "ثانٍ" }).catch(refusalOf);
    expect(refused).toMatchObject({ code: "CONFLICT", reason: "stale", current: { name: "أول", version: 2 } });
    expect(Object.keys(Object(Object(refused).current))).not.toContain("password_hash");
  });
});

describe("the last active admin", () => {
  it("is neither demoted nor deactivated, not even by two admins at once", async () => {
    const only = world.b.users.admin.id;
    const demoted = await admin("b").update({ id: only, role: "agent" }).catch(refusalOf);
    expect(demoted).toMatchObject({ code: "CONFLICT", reason: "last_admin", current: { id: only, role: "admin" } });

    const second = await hire("admin", "b");
    const hold = (sql: postgres.TransactionSql) =>
      sql`select from users where id in (${only}, ${second.id}) for update`;
    const tries = await atOnce(database, hold, [
      () => admin("b").update({ id: second.id, role: "agent" }),
      () => second.request().users.deactivate({ id: only }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left =
      await database.superuser`select id from users where company_id = ${world.b.company_id} and role = 'admin' and is_active`;
    expect(left).toHaveLength(1);
  });

  it("does not deactivate himself, though another is there", async () => {
    const second = await hire("admin");
    expect(await second.request().users.deactivate({ id: second.id }).catch(refusalOf)).toMatchObject({
      code: "CONFLICT",
      reason: "yourself",
      current: { id: second.id, is_active: true },
    });
    expect(await isSignedIn(second)).toBe(true);
    expect(await admin().deactivate({ id: second.id })).toMatchObject({ is_active: false });
  });
});

describe("deactivating", () => {
  it("ends access at the next request and keeps the row", async () => {
    const hired = await hire();
    expect(await isSignedIn(hired)).toBe(true);
    expect(await admin().deactivate({ id: hired.id, version: 1 })).toMatchObject({ is_active: false, version: 2 });
    expect(await isSignedIn(hired)).toBe(false);
    expect(await database.superuser`select from sessions where user_id = ${hired.id}`).toHaveLength(0);
    const signIn = createCaller(world.context(null)).auth.signIn({
      username: hired.username,
      password: "long enough 10",
    });
    expect(await signIn.catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
    expect(await admin().deactivate({ id: hired.id }).catch(refusalOf)).toMatchObject({
      reason: "already_deactivated",
      current: { is_active: false },
    });
    expect((await world.a.caller("admin").staff.list({})).staff.map(({ id }) => id)).not.toContain(hired.id);
    const { users } = await admin().list({ is_active: false, limit: 100 });
    expect(users.map(({ id }) => id)).toContain(hired.id);
  });

  it("can be taken back: the person signs in again, to no session of before", async () => {
    const hired = await hire();
    await admin().deactivate({ id: hired.id, version: 1 });
    expect(await admin().reactivate({ id: hired.id, version: 1 }).catch(refusalOf)).toMatchObject({ reason: "stale" });
    expect(await admin().reactivate({ id: hired.id, version: 2 })).toMatchObject({ is_active: true, version: 3 });
    expect(await isSignedIn(hired)).toBe(false);
    const asked = { username: hired.username, password: "long enough 10" };
    expect((await createCaller(world.context(null)).auth.signIn(asked)).user.id).toBe(hired.id);
    expect(await admin().reactivate({ id: hired.id }).catch(refusalOf)).toMatchObject({ reason: "already_active" });
  });
});

describe("a password reset", () => {
  it("opens with the new password only, and ends that user's sessions and nobody else's", async () => {
    const hired = await hire();
    expect(await admin().resetPassword({ id: hired.id, password: "another long one" })).toMatchObject({
      id: hired.id,
      version: 2,
    });
    expect(await isSignedIn(hired)).toBe(false);
    const signIn = (word: string) =>
      createCaller(world.context(null)).auth.signIn({ username: hired.username, password: word });
    expect(await signIn("long enough 10").catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
    expect((await signIn("another long one")).user.id).toBe(hired.id);
    await expect(world.a.caller("agent").notifications.list({})).resolves.toBeDefined();
  });

  it("of another company's user answers as for nobody and changes nothing", async () => {
    const before = await rowOf(world.b.users.agent.id);
    expect(
      await admin().resetPassword({ id: world.b.users.agent.id, password: "another long one" }).catch(refusalOf),
    ).toEqual({ code: "NOT_FOUND" });
    expect(await rowOf(world.b.users.agent.id)).toEqual(before);
    const signIn = createCaller(world.context(null)).auth.signIn({ username: world.b.users.agent.username, password });
    expect((await signIn).user.company_id).toBe(world.b.company_id);
  });
});

describe("the lists", () => {
  it("of users pages by sign-in name; of staff holds active colleagues of one's own company", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { users: { username: string }[]; next_cursor: string | null } = await admin().list({
        cursor,
        limit: 2,
      });
      seen.push(...page.users.map(({ username }) => username));
      cursor = page.next_cursor;
    } while (cursor !== null);
    const all =
      await database.superuser`select username from users where company_id = ${world.a.company_id} order by username`;
    expect(seen).toEqual(all.map(({ username }) => username));
    expect(
      (await admin().list({ role: "support_manager" })).users.every(({ role }) => role === "support_manager"),
    ).toBe(true);
    const { staff } = await world.a.caller("support_manager").staff.list({});
    expect(staff.map(({ id }) => id)).toEqual(expect.arrayContaining([world.a.users.agent.id, world.a.users.admin.id]));
    expect(staff.map(({ id }) => id)).not.toContain(world.b.users.admin.id);
    expect(Object.keys(staff[0] ?? {}).sort()).toEqual(["gender", "id", "name", "role"]);
  });
});
