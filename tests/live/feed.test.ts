import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isTrackedEnvelope } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#features/auth/schema.ts";
import { type Change, ChangeFeed } from "#live/feed.ts";
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
  const left = new AbortController();
  const caller = createCaller(world.context(company.users[role].token), { signal: left.signal });
  const iterable = await caller.live.changes({ lastEventId });
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
  /** Everything heard until a change of this row, itself included. */
  const until = async (id: string, op: string = "update") => {
    for (const heard: { position: string; event: LiveEvent }[] = []; ; ) {
      const one = await next();
      heard.push(one);
      if (one.event.kind === "change" && one.event.id === id && one.event.op === op) return heard;
    }
  };
  return {
    next,
    until,
    ended: async () => (await stream.next()).done === true,
    // As a browser leaves: also what is being waited for comes to an end.
    stop: () => {
      left.abort();
      void stream.return?.(undefined);
    },
  };
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
    await colleague.until(id);
    // The stranger's own news comes; whatever came before it, nothing was of the other company.
    const own = await rowsOf(database, world.b.company_id).customer();
    await notesOf(world.b, own, "own");
    const heard = (await stranger.until(own)).map(({ event }) => event.kind === "change" && event.id);
    expect(heard).not.toContain(id);
    colleague.stop();
    stranger.stop();
  });

  it("tells of a write of its own process without waiting for its next regular look", async () => {
    const id = await rowsOf(database, world.a.company_id).customer();
    const feed = new ChangeFeed(world.services.pool, 3_600_000);
    const heard: Change[] = [];
    const leave = await feed.subscribe(world.a.company_id, (changes) => heard.push(...changes));
    for (const notes of ["first", "second"]) {
      await notesOf(world.a, id, notes);
      await expect.poll(() => heard.splice(0).some((change) => change.id === id)).toBe(true);
    }
    leave();
    feed.stop();
  });

  it("gives a role only what it may read", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const [customer_id, property_id] = [await rows.customer(), await rows.property()];
    const support = await listen(world.a, "support_manager");
    await support.next();
    const booking = await rows.booking({ customer_id, property_id });
    await notesOf(world.a, customer_id, "after the booking");
    // The booking came first; the support manager may not read bookings, so he hears of the customer alone.
    const heard = (await support.until(customer_id)).map(({ event }) => event.kind === "change" && event.id);
    expect(heard).not.toContain(booking);
    support.stop();
  });

  it("after a gap goes on from the last event seen: nothing is missed", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const id = await rows.customer();
    const first = await listen(world.a, "admin");
    await first.next();
    await notesOf(world.a, id, "seen");
    const position = (await first.until(id)).at(-1)?.position ?? null;
    first.stop();
    for (const notes of ["missed 1", "missed 2", "missed 3"]) await notesOf(world.a, id, notes);
    const second = await listen(world.a, "admin", position);
    expect((await second.next()).event).toEqual({ kind: "ready" });
    for (let count = 0; count < 3; count += 1) await second.until(id);
    await notesOf(world.a, id, "live again");
    await second.until(id);
    second.stop();
  });

  it("is not held up by a long transaction, and does not skip it when it commits at last", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const [late, quick] = [await rows.customer(), await rows.customer()];
    const colleague = await listen(world.a, "admin");
    await colleague.next();
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = database.superuser.begin(async (sql) => {
      await sql`update customers set notes = 'late' where id = ${late}`;
      written();
      await held;
    });
    await isWritten;
    await notesOf(world.a, quick, "quick");
    const before = await colleague.until(quick);
    expect(before.map(({ event }) => event.kind === "change" && event.op === "update" && event.id)).not.toContain(late);
    commit();
    await slow;
    const { position } = (await colleague.until(late)).at(-1) ?? {};
    colleague.stop();

    // A screen that was away meanwhile and resumes from before the long one hears of both.
    const again = await listen(world.a, "admin", before.at(-1)?.position ?? null);
    const heard = (await again.until(late)).map(({ event }) => event.kind === "change" && event.id);
    expect(heard).toContain(late);
    again.stop();
    expect(position).toMatch(/^\d+\.\d+$/);
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
  const linksOf = async ({ company_id }: Company) => [
    ...(await database.superuser<{ link: number; row_count: number; hash: string }[]>`
      select link, row_count, hash from audit_seals where company_id = ${company_id} order by link`),
  ];
  /** Until nothing is left unsealed: what a transaction elsewhere on the server still holds back is sealed a moment later. */
  const sealAll = () =>
    expect
      .poll(
        async () => {
          await database.superuser`select from app.seal_audit()`;
          return database.superuser`select from audit_log a
          where a.xid >= (select coalesce(max(s.through_xid::text::bigint), 0)::text::xid8 from audit_seals s where s.company_id = a.company_id)`;
        },
        { timeout: 15_000 },
      )
      .toHaveLength(0);

  it("chains each company's rows, and a changed row breaks the chain from there on", async () => {
    const id = await rowsOf(database, world.a.company_id).customer();
    await notesOf(world.a, id, "to be sealed");
    await sealAll();
    const first = await linksOf(world.a);
    const [trail] =
      await database.superuser`select count(*)::integer as rows from audit_log where company_id = ${world.a.company_id}`;
    expect(first.reduce((sum, link) => sum + link.row_count, 0)).toBe(trail?.rows);
    expect((await linksOf(world.b)).length).toBeGreaterThan(0);
    await notesOf(world.a, id, "and another");
    await sealAll();
    const second = await linksOf(world.a);
    expect(second.slice(0, -1)).toEqual(first);
    expect(second.at(-1)).toMatchObject({ link: first.length + 1, row_count: 1 });

    expect([...(await database.superuser.unsafe(verify))]).toEqual([]);
    await database.superuser`update audit_log set actor_id = null where row_id = ${id} and after ->> 'notes' = 'to be sealed'`;
    expect(await database.superuser.unsafe(verify)).toMatchObject([
      { company_id: world.a.company_id, finding: "a row was changed" },
    ]);
  });
});
