import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isTrackedEnvelope } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#features/auth/schema.ts";
import type { LiveEvent } from "#live/subscription.ts";
import { createCaller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

const verify = readFileSync(new URL("../../sql/dba/verify-seals.sql", import.meta.url), "utf8");

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

/** One open stream: `next` answers its next event within five seconds, or fails. */
async function listen(company: Company, role: Role, lastEventId: string | null = null) {
  const iterable = await createCaller(world.context(company.users[role].token)).live.changes({ lastEventId });
  const stream = iterable[Symbol.asyncIterator]();
  const next = async (): Promise<{ position: string; event: LiveEvent }> => {
    const late = new AbortController();
    const item = await Promise.race([
      stream.next(),
      wait(5_000, null, { signal: late.signal }).then(() => {
        throw new Error("No event in time");
      }),
    ]);
    late.abort();
    if (item.done) throw new Error("The stream ended");
    if (!isTrackedEnvelope<LiveEvent>(item.value)) throw new Error("An event without a position");
    const [position, event] = item.value;
    return { position, event };
  };
  return { next, ended: async () => (await stream.next()).done === true, stop: () => void stream.return?.(undefined) };
}

const notesOf = (company: Company, id: string, notes: string) =>
  company.caller("admin").customers.update({ id, notes });

describe("the change feed", () => {
  it("tells a colleague of a change and another company nothing", async () => {
    const id = await rowsOf(database, world.a.company_id).customer();
    const [colleague, stranger] = [await listen(world.a, "sales_manager"), await listen(world.b, "admin")];
    expect((await colleague.next()).event).toEqual({ kind: "ready" });
    expect((await stranger.next()).event).toEqual({ kind: "ready" });
    await notesOf(world.a, id, "first");
    expect((await colleague.next()).event).toEqual({ kind: "change", table: "customers", id, op: "update" });
    // The stranger's first news is of his own company: nothing of the other came before it.
    const own = await rowsOf(database, world.b.company_id).customer();
    let heard = (await stranger.next()).event;
    while (heard.kind === "change" && heard.id === own && heard.op === "insert")
      heard = (await notesOf(world.b, own, "own"), (await stranger.next()).event);
    expect(heard).toMatchObject({ kind: "change", id: own });
    colleague.stop();
    stranger.stop();
  });

  it("gives a role only what it may read", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const [customer_id, property_id] = [await rows.customer(), await rows.property()];
    const support = await listen(world.a, "support_manager");
    await support.next();
    await rows.booking({ customer_id, property_id });
    await notesOf(world.a, customer_id, "after the booking");
    // The booking came first; the support manager may not read bookings, so his first news is the customer.
    expect((await support.next()).event).toMatchObject({ table: "customers", id: customer_id });
    support.stop();
  });

  it("after a gap goes on from the last event seen: nothing missed, nothing twice", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const id = await rows.customer();
    const first = await listen(world.a, "admin");
    await first.next();
    await notesOf(world.a, id, "seen");
    const { position } = await first.next();
    first.stop();
    for (const notes of ["missed 1", "missed 2", "missed 3"]) await notesOf(world.a, id, notes);
    const second = await listen(world.a, "admin", position);
    expect((await second.next()).event).toEqual({ kind: "ready" });
    for (let count = 0; count < 3; count += 1) expect((await second.next()).event).toMatchObject({ id, op: "update" });
    await notesOf(world.a, id, "live again");
    expect((await second.next()).event).toMatchObject({ id });
    second.stop();
  });

  it("does not skip a transaction that began earlier and commits later", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const [late, quick] = [await rows.customer(), await rows.customer()];
    const colleague = await listen(world.a, "admin");
    await colleague.next();
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = database.superuser.begin(async (sql) => {
      await sql`update customers set notes = 'late' where id = ${late}`;
      await held;
    });
    await notesOf(world.a, quick, "quick");
    await wait(600); // Two looks of the publisher, both with the slow transaction open.
    commit();
    await slow;
    const heard = [await colleague.next(), await colleague.next()].map(
      ({ event }) => event.kind === "change" && event.id,
    );
    expect(new Set(heard)).toEqual(new Set([late, quick]));
    colleague.stop();
  });

  it("says so when too much was missed to list", async () => {
    const stream = await listen(world.a, "admin", "not a position");
    expect((await stream.next()).event).toEqual({ kind: "reset" });
    stream.stop();
  });

  it("marks the listener as online without leaving a trail", async () => {
    const [before] = await database.superuser`select count(*) from audit_log where table_name = 'users'`;
    const stream = await listen(world.b, "sales_manager");
    await stream.next();
    void stream.ended();
    await expect
      .poll(
        async () =>
          (
            await database.superuser`select from users where id = ${world.b.users.sales_manager.id} and last_seen_at > now() - interval '1 minute'`
          ).length,
      )
      .toBe(1);
    const [after] = await database.superuser`select count(*) from audit_log where table_name = 'users'`;
    expect(after).toEqual(before);
    stream.stop();
  });
});

describe("the seal over the trail", () => {
  it("chains each company's rows, and a changed row breaks the chain from there on", async () => {
    const id = await rowsOf(database, world.a.company_id).customer();
    await notesOf(world.a, id, "to be sealed");
    const seal = () =>
      database.superuser`select company_id, link, row_count, hash from app.seal_audit() order by company_id`;
    const first = await seal();
    expect(first.length).toBe(2);
    expect(await seal()).toHaveLength(0);
    await notesOf(world.a, id, "and another");
    expect(await seal()).toMatchObject([{ company_id: world.a.company_id, link: 2, row_count: 1 }]);

    expect([...(await database.superuser.unsafe(verify))]).toEqual([]);
    await database.superuser`update audit_log set actor_id = null where row_id = ${id} and after ->> 'notes' = 'to be sealed'`;
    expect(await database.superuser.unsafe(verify)).toMatchObject([{ company_id: world.a.company_id, link: 1 }]);
  });
});
