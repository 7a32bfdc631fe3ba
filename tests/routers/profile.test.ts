import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#features/auth/schema.ts";
import { createCaller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, password, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const as = (token: string) => createCaller(world.context(token));
const signIn = (username: string, secret = password) =>
  createCaller(world.context(null)).auth.signIn({ username, password: secret });
const isSignedIn = (token: string) =>
  as(token)
    .auth.me()
    .then(
      () => true,
      () => false,
    );
const enter = async (role: Role) => (await signIn(world.a.users[role].username)).token;

describe("one's own password", () => {
  it("is changed by who knows the old one, and ends his other sessions and nobody else's", async () => {
    const [here, there] = [await enter("sales_manager"), await enter("sales_manager")];
    const changed = await as(here).profile.changePassword({ current_password: password, password: "a newer long one" });
    expect(changed.ended_sessions).toBeGreaterThanOrEqual(1);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    expect(await isSignedIn(world.a.users.agent.token)).toBe(true);
    const { username } = world.a.users.sales_manager;
    expect(await signIn(username).catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
    expect((await signIn(username, "a newer long one")).user.username).toBe(username);
  });

  it("stays when the old one is wrong, when the new one is too short and when it is the same", async () => {
    const { id, token } = world.a.users.support_manager;
    const hash = async () =>
      (await database.superuser`select password_hash from users where id = ${id}`)[0]?.password_hash;
    const before = await hash();
    for (const [current_password, wanted, path] of [
      ["not his password", "a newer long one", "current_password"],
      [password, "short", "password"],
      [password, password, "password"],
    ] as const) {
      const refused = await as(token).profile.changePassword({ current_password, password: wanted }).catch(refusalOf);
      expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
    expect(await hash()).toBe(before);
    expect(await isSignedIn(token)).toBe(true);
  });

  it("is guessed at most ten times in a quarter of an hour, sign-in included", async () => {
    const { username, token } = world.b.users.agent;
    const guess = () =>
      as(token).profile.changePassword({ current_password: "guess", password: "a newer long one" }).catch(refusalOf);
    const tries = await Promise.all(Array.from({ length: 12 }, guess));
    expect(tries.filter((one) => "code" in one && one.code === "TOO_MANY_REQUESTS")).toHaveLength(2);
    expect(await signIn(username).catch(refusalOf)).toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });
});

describe("one's own sessions", () => {
  it("are listed by a name that opens nothing, this one first and marked; nobody else's are", async () => {
    const here = await enter("agent");
    const { sessions } = await as(here).profile.sessions({});
    expect(sessions.map(({ is_current }) => is_current)).toEqual([true, ...sessions.slice(1).map(() => false)]);
    const rows = await database.superuser`select handle from sessions where user_id = ${world.a.users.agent.id}`;
    expect(sessions.map(({ handle }) => handle).sort()).toEqual(rows.map(({ handle }) => handle).sort());
    expect(Object.keys(sessions[0] ?? {}).sort()).toEqual([
      "created_at",
      "expires_at",
      "handle",
      "is_current",
      "user_agent",
    ]);
    for (const { handle } of sessions) expect(await isSignedIn(handle)).toBe(false);
  });

  it("end one by one or all but this, and never a colleague's", async () => {
    const [here, there, elsewhere] = [await enter("agent"), await enter("agent"), await enter("agent")];
    const colleague = await enter("support_manager");
    const own = async (token: string) => (await as(token).profile.sessions({})).sessions[0]?.handle ?? "";
    await as(here).profile.endSession({ handle: await own(there) });
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(elsewhere)]).toEqual([true, false, true]);
    const hers = await own(colleague);
    expect(await as(here).profile.endSession({ handle: hers }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    await as(here).profile.endOtherSessions({});
    expect([await isSignedIn(here), await isSignedIn(elsewhere), await isSignedIn(colleague)]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await as(here).profile.sessions({})).sessions).toHaveLength(1);
  });
});
