import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database, { poolSize: 2 });
  for (const company of [world.a, world.b]) {
    const rows = rowsOf(database, company.company_id);
    const property_id = await rows.property();
    for (let count = 0; count < 5; count += 1) await rows.booking({ customer_id: await rows.customer(), property_id });
  }
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

class Broken extends Error {}

describe("two companies on two connections", () => {
  it("200 interleaved requests, every third failing mid-way, see no foreign row and leave no setting behind", async () => {
    const requests = Array.from({ length: 200 }, async (_, at) => {
      const company = at % 2 === 0 ? world.a : world.b;
      try {
        return await inTenant(world.services.pool, company.claims(), at % 5 === 0 ? "write" : "read", async (tx) => {
          const before = await tx.execute<{ company_id: string }>(sql`select company_id from bookings`);
          if (at % 3 === 0) throw new Broken();
          if (at % 7 === 0) await tx.execute(sql`select 1 / 0`);
          const after = await tx.execute<{ company_id: string }>(sql`select company_id from customers`);
          return { own: company.company_id, seen: [...before, ...after].map((row) => row.company_id) };
        });
      } catch (cause) {
        if (cause instanceof Broken || String(cause).includes("select 1 / 0")) return null;
        throw cause;
      }
    });
    const answers = (await Promise.all(requests)).filter((answer) => answer !== null);
    expect(answers.length).toBeGreaterThan(100);
    for (const { own, seen } of answers) {
      expect(seen).toHaveLength(10);
      expect(new Set(seen)).toEqual(new Set([own]));
    }
    // Every connection of the pool, asked outside any company.
    const held = await Promise.all([world.services.pool.acquire(), world.services.pool.acquire()]);
    for (const connection of held) {
      const [row] = await connection.send(
        "select current_setting('app.company_id', true) as company, current_setting('app.user_id', true) as actor",
      );
      expect([row?.company || "", row?.actor || ""]).toEqual(["", ""]);
      await expect(connection.send("select count(*) from bookings")).rejects.toMatchObject({ code: "28000" });
      world.services.pool.release(connection);
    }
  });

  it("a transaction cannot move to another company", async () => {
    const moved = inTenant(world.services.pool, world.a.claims(), "write", (tx) =>
      tx.execute(sql`select app.enter(${world.b.company_id}, null, 'system', 'r')`),
    );
    await expect(moved).rejects.toThrow();
  });

  it("what fails half way is undone", async () => {
    const [before] = await database.superuser`select count(*) from audit_log`;
    const failed = inTenant(world.services.pool, world.a.claims(), "write", async (tx) => {
      await tx.execute(sql`update customers set notes = 'half' where company_id = ${world.a.company_id}`);
      throw new Broken();
    });
    await expect(failed).rejects.toBeInstanceOf(Broken);
    expect(await database.superuser`select from customers where notes = 'half'`).toHaveLength(0);
    const [after] = await database.superuser`select count(*) from audit_log`;
    expect(after).toEqual(before);
  });

  it("a query cannot write, whatever it tries", async () => {
    const write = inTenant(world.services.pool, world.a.claims(), "read", (tx) =>
      tx.execute(sql`update customers set notes = 'no' where company_id = ${world.a.company_id}`),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  it("a third request waits for a connection and is refused in time rather than waiting for ever", async () => {
    const { pool } = world.services;
    const held = await Promise.all([pool.acquire(), pool.acquire()]);
    const waiting = inTenant(pool, world.a.claims(), "read", (tx) => tx.execute(sql`select 1`));
    await expect(waiting).rejects.toMatchObject({ code: "UNAVAILABLE" });
    for (const connection of held) pool.release(connection);
    await expect(
      inTenant(pool, world.a.claims(), "read", (tx) => tx.execute(sql`select 1 as one`)),
    ).resolves.toHaveLength(1);
  });
});
