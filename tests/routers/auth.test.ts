import { createHash } from "node:crypto";
import { parseOptions, verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Caller, createCaller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, password, type World } from "#tests/support/world.ts";

// Watched, not replaced: the real hash is computed.
vi.mock("@node-rs/argon2", { spy: true });

let database: TestDatabase;
let world: World;
let stranger: Caller;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  stranger = createCaller(world.context(null));
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const signIn = (username: string, secret = password) => stranger.auth.signIn({ username, password: secret });
const as = (token: string) => createCaller(world.context(token));

describe("signing in", () => {
  it("answers the contract's user and a token that works at once", async () => {
    const { token, user } = await signIn("alpha.sales_manager");
    expect(user).toEqual({
      id: world.a.users.sales_manager.id,
      username: "alpha.sales_manager",
      name: "sales_manager of alpha",
      company_id: world.a.company_id,
      company_name: "شركة alpha",
      role: "sales_manager",
    });
    expect(await as(token).auth.me()).toMatchObject({
      id: user.id,
      company: { timezone: "Asia/Riyadh", currency: "SAR" },
    });
  });

  it("takes the name in any case", async () => {
    expect((await signIn("ALPHA.Admin")).user.username).toBe("alpha.admin");
  });

  it("gives one answer for an unknown name, a wrong password and a deactivated account", async () => {
    await database.superuser`update users set is_active = false where username = 'beta.agent'`;
    const told = await Promise.all(
      [
        ["nobody.here", password],
        ["alpha.admin", "wrong password"],
        ["beta.agent", password],
      ].map(([name = "", secret]) =>
        signIn(name, secret).catch((error: Error) => ({ ...refusalOf(error), message: error.message })),
      ),
    );
    expect(told[0]).toMatchObject({ code: "UNAUTHORIZED" });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it("does the work of a hash for an unknown name and a deactivated account too", async () => {
    await signIn("nobody.warm").catch(refusalOf); // The decoy is made once.
    for (const [name, secret] of [
      ["alpha.support_manager", "wrong password"],
      ["nobody.two", "wrong password"],
      ["beta.agent", password],
    ] as const) {
      vi.mocked(verify).mockClear();
      expect(await signIn(name, secret).catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
      expect(verify, name).toHaveBeenCalledTimes(1);
      expect(parseOptions(vi.mocked(verify).mock.calls[0]?.[0] ?? "")).toMatchObject({
        memoryCost: 19_456,
        timeCost: 2,
      });
    }
  });

  it("stores argon2id with OWASP's cost, and no token", async () => {
    const { token } = await signIn("alpha.admin");
    const [user] = await database.superuser`select password_hash from users where username = 'alpha.admin'`;
    expect(user?.password_hash).toMatch(/^\$argon2id\$/);
    expect(parseOptions(user?.password_hash)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    const sessions = await database.superuser`select id from sessions`;
    for (const { id } of sessions) expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(sessions.map(({ id }) => id)).not.toContain(token);
  });

  it("the stored hash of a session is not a token", async () => {
    const [session] = await database.superuser`select company_id, id from sessions limit 1`;
    const forged = `${String(session?.company_id).replaceAll("-", "")}.${String(session?.id).slice(0, 43)}`;
    for (const token of [
      forged,
      session?.id,
      "x",
      "",
      `${world.b.company_id.replaceAll("-", "")}.${world.a.users.admin.token.split(".")[1]}`,
    ]) {
      expect(await as(token).auth.me().catch(refusalOf), token).toMatchObject({ code: "UNAUTHORIZED" });
    }
    expect(await as(world.a.users.admin.token).auth.me()).toMatchObject({ role: "admin" });
  });

  it("is limited to ten tries a name in a quarter of an hour, even when they come at once", async () => {
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => signIn("beta.support_manager", "guess").catch(refusalOf)),
    );
    expect(tries.filter((answer) => "code" in answer && answer.code === "UNAUTHORIZED")).toHaveLength(10);
    expect(tries.filter((answer) => "code" in answer && answer.code === "TOO_MANY_REQUESTS")).toHaveLength(4);
    expect(await signIn("beta.support_manager").catch(refusalOf)).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(await signIn("beta.sales_manager")).toMatchObject({ user: { username: "beta.sales_manager" } });
    const [stored] = await database.superuser`select string_agg(key, ' ') as keys from sign_in_attempts`;
    expect(stored?.keys).not.toMatch(/beta|127/);
  });
});

describe("a session ends at the next request", () => {
  it("after logout", async () => {
    const { token } = await signIn("alpha.agent");
    await as(token).auth.signOut();
    expect(await as(token).auth.me().catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
    await expect(as(token).auth.signOut()).resolves.toEqual({ ok: true });
  });

  it("after deactivation", async () => {
    const { token, user } = await signIn("alpha.agent");
    await as(token).conversations.list({});
    await world.a.caller("admin").users.deactivate({ id: user.id });
    expect(await as(token).conversations.list({}).catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("and a new role holds at once", async () => {
    const { token, user } = await signIn("beta.sales_manager");
    await as(token).bookings.list({});
    await database.superuser`update users set role = 'support_manager' where id = ${user.id}`;
    expect(await as(token).bookings.list({}).catch(refusalOf)).toMatchObject({ code: "FORBIDDEN" });
    expect(await as(token).tickets.list({})).toMatchObject({ tickets: [] });
  });

  it("after its time, which use prolongs", async () => {
    const { token } = await signIn("alpha.admin");
    const hash = createHash("sha256").update(token).digest("hex");
    await database.superuser`update sessions set expires_at = now() + interval '6 days' where id = ${hash}`;
    await as(token).auth.me();
    const [renewed] =
      await database.superuser`select expires_at > now() + interval '13 days' as is_renewed from sessions where id = ${hash}`;
    expect(renewed?.is_renewed).toBe(true);
    await database.superuser`update sessions set expires_at = now() - interval '1 second' where id = ${hash}`;
    expect(await as(token).auth.me().catch(refusalOf)).toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("a person's own choices", () => {
  it("are kept for that person alone", async () => {
    await world.b.caller("admin").auth.updateMe({ locale: "en", theme: "dark", digits: "arab" });
    await world.b.caller("admin").auth.updateMe({ hijri: true, shortcuts: false });
    expect(await world.b.caller("admin").auth.me()).toMatchObject({
      locale: "en",
      theme: "dark",
      digits: "arab",
      hijri: true,
      shortcuts: false,
    });
    expect(await world.a.caller("admin").auth.me()).toMatchObject({
      locale: null,
      theme: "system",
      digits: null,
      hijri: false,
      shortcuts: true,
    });
  });
});
