import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, type World } from "#tests/support/world.ts";

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

const keys = (of: "a" | "b" = "a") => world[of].caller("admin").apiKeys;
const using = (key: string, extra = {}) => createCaller(world.context(key, extra));
const refusedWith = (work: Promise<unknown>) =>
  work.then(
    () => "let in",
    (error) => refusalOf(error).code,
  );

describe("an API key", () => {
  it("is told once; only its hash is kept, and no list, trail or answer carries it", async () => {
    const { api_key, key } = await keys().create({ name: "مزامنة المبيعات", role: "sales_manager" });
    expect(key.startsWith(`${api_key.prefix}_`)).toBe(true);
    expect(api_key).toMatchObject({
      role: "sales_manager",
      last_used_at: null,
      revoked_at: null,
      created_by: { id: world.a.users.admin.id },
    });
    const secret = key.slice(-43);
    const kept =
      await database.superuser`select t::text as text from api_keys t union all select a::text from audit_log a`;
    expect(kept.length).toBeGreaterThan(1);
    for (const { text } of kept) expect(text).not.toContain(secret);
    expect(JSON.stringify(await keys().list({}))).not.toContain(secret);
    expect((await keys("b").list({})).api_keys).toEqual([]);
  });

  it("acts in its own company and role alone, and as nobody's person", async () => {
    const { key } = await keys().create({ name: "مبيعات", role: "sales_manager" });
    expect(await using(key).auth.me()).toMatchObject({ company_id: world.a.company_id, role: "sales_manager" });
    expect(await using(key).bookings.list({})).toMatchObject({ bookings: [] });
    expect(await refusedWith(using(key).tickets.list({}))).toBe("FORBIDDEN");
    expect(await refusedWith(using(key).apiKeys.list({}))).toBe("FORBIDDEN");
    expect(await refusedWith(using(key).auth.updateMe({ locale: "en" }))).toBe("FORBIDDEN");
    expect(await refusedWith(using(key).profile.sessions({}))).toBe("FORBIDDEN");
    expect((await using(key).notifications.list({})).unread).toBe(0);
  });

  it("of an admin makes no further key", async () => {
    const { key } = await keys().create({ name: "كل شيء", role: "admin" });
    expect(await refusedWith(using(key).apiKeys.list({}))).toBe("let in");
    expect(await refusedWith(using(key).apiKeys.create({ name: "خلف", role: "admin" }))).toBe("FORBIDDEN");
  });

  it("stands in the trail by its prefix, and repeats a create call's answer like a person", async () => {
    const { api_key, key } = await keys().create({ name: "استيراد", role: "admin" });
    const make = () =>
      using(key, { idempotency_key: "once" }).customers.create({ name: "هند", phone: "+966500000071" });
    const made = await make();
    expect((await make()).id).toBe(made.id);
    const trail = await database.superuser`select actor_id, actor_role from audit_log where row_id = ${made.id}`;
    expect(trail).toEqual([{ actor_id: null, actor_role: `api_key:${api_key.prefix}:admin` }]);
  });

  it("opens nothing once revoked or run out, nor with another's company or a changed letter", async () => {
    const made = await keys().create({ name: "قصير", role: "agent", expires_at: "2099-01-01T00:00:00Z" });
    const other = await keys().create({ name: "باقٍ", role: "agent" });
    const forged = [
      other.key.replace(world.a.company_id.replaceAll("-", ""), world.b.company_id.replaceAll("-", "")),
      `${other.key.slice(0, -1)}${other.key.endsWith("A") ? "B" : "A"}`,
      other.api_key.prefix,
    ];
    for (const key of forged) expect(await refusedWith(using(key).auth.me()), key).toBe("UNAUTHORIZED");
    expect(await refusedWith(using(made.key).auth.me())).toBe("let in");
    await database.superuser`update api_keys set expires_at = now() - interval '1 second' where id = ${made.api_key.id}`;
    expect(await refusedWith(using(made.key).auth.me())).toBe("UNAUTHORIZED");
    expect((await keys().revoke({ id: other.api_key.id })).revoked_at).not.toBeNull();
    expect(await refusedWith(using(other.key).auth.me())).toBe("UNAUTHORIZED");
    expect(await keys().revoke({ id: other.api_key.id }).catch(refusalOf)).toMatchObject({ reason: "already_revoked" });
  });

  it("notes its use at most once a minute, and not as a change", async () => {
    const { api_key, key } = await keys().create({ name: "كثير الاستعمال", role: "agent" });
    const used = async () =>
      (await database.superuser`select last_used_at, xmin from api_keys where id = ${api_key.id}`)[0];
    await using(key).auth.me();
    const first = await used();
    expect(first?.last_used_at).not.toBeNull();
    await using(key).auth.me();
    expect(await used()).toEqual(first);
    await database.superuser`update api_keys set last_used_at = now() - interval '61 seconds' where id = ${api_key.id}`;
    const before = await used();
    await using(key).auth.me();
    expect((await used())?.last_used_at > before?.last_used_at).toBe(true);
    expect(await database.superuser`select from audit_log where row_id = ${api_key.id}`).toHaveLength(1);
  });

  it("names each wrong field", async () => {
    for (const [field, path] of [
      [{ name: "" }, "name"],
      [{ role: "owner" }, "role"],
      [{ expires_at: "2020-01-01T00:00:00Z" }, "expires_at"],
      [{ secret_hash: "x" }, "secret_hash"],
    ] as const) {
      const refused = await Reflect.apply(keys().create, null, [{ name: "x", role: "agent", ...field }]).catch(
        refusalOf,
      );
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
  });
});
