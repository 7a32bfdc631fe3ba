import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { behind, behind_now, behindBucket } from "#features/dashboard/ui/behind.ts";
import { groupings, type ReportName, report_names } from "#features/reports/groupings.ts";
import { behindRow, endsOf } from "#features/reports/ui/behind.ts";
import type { Period } from "#features/stats/schema.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { rowsBehind } from "#tests/support/list-behind.ts";
import { season } from "#tests/support/season.ts";
import { createWorld, type World } from "#tests/support/world.ts";

const periods: Period[] = ["24h", "7d", "30d", "90d"];

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  // The season's rows are thin over half a year: the short periods get some of their own, at the same places every day.
  for (const company of [world.a, world.b]) {
    await season(database, company, { count: 120, now: new Date() });
    const { conversation } = figuresOf(database, company.company_id);
    for (const [at, hours] of [1, 5, 5, 11, 20, 50, 75, 120].entries()) {
      await conversation({
        started_at: new Date(Date.now() - hours * 3_600_000).toISOString(),
        type: at % 3 === 0 ? "chat" : "voice",
        outcome: at % 2 === 0 ? "booked" : "handed_over",
      });
    }
  }
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

describe("a figure of the dashboard opens exactly the rows it counts", () => {
  it.each(periods)("of %s, in both companies", async (period) => {
    for (const { timezone, ...company } of [world.a, world.b]) {
      const caller = company.caller();
      const rows = (href: string) => rowsBehind(caller, timezone, href);
      const [calls, tickets, { funnel }] = await Promise.all([
        caller.stats.calls({ period }),
        caller.stats.tickets({ period }),
        caller.stats.conversions({ period }),
      ]);
      const opens = behind(calls);
      const { totals } = calls;
      expect(await rows(opens.calls), opens.calls).toBe(totals.calls);
      expect(await rows(opens.chats), opens.chats).toBe(totals.chats);
      expect(await rows(opens.booked), opens.booked).toBe(totals.booked);
      expect(await rows(opens.handed_over), opens.handed_over).toBe(totals.handed_over);
      expect(await rows(opens.bookings), opens.bookings).toBe(totals.bookings_created);
      expect(await rows(opens.tickets), opens.tickets).toBe(tickets.totals.opened);
      for (const { stage, customers } of funnel) expect(await rows(opens.stage(stage)), stage).toBe(customers);
      expect(totals.conversations).toBeGreaterThan(3);
      if (period === "90d") expect(funnel.filter(({ customers }) => customers > 0).length).toBeGreaterThan(3);
    }
  });

  it.each(["24h", "7d"] as const)("so does every bar of %s and each part of it", async (period) => {
    const caller = world.b.caller();
    const stats = await caller.stats.calls({ period });
    for (const bucket of stats.series) {
      const { all, voice, chat } = behindBucket(stats, bucket);
      const counted = await Promise.all([all, voice, chat].map((href) => rowsBehind(caller, world.b.timezone, href)));
      expect(counted, bucket.at).toEqual([bucket.voice + bucket.chat, bucket.voice, bucket.chat]);
    }
    expect(stats.series.filter(({ voice, chat }) => voice + chat > 0).length).toBeGreaterThan(2);
  });

  it("so do the counts of what is going on now", async () => {
    const caller = world.a.caller();
    const { calls_in_progress, counts } = await caller.live.operations({});
    const rows = (href: string) => rowsBehind(caller, world.a.timezone, href);
    expect(await rows(behind_now.calls_in_progress)).toBe(calls_in_progress.length);
    expect(await rows(behind_now.urgent_tickets)).toBe(counts.urgent_tickets);
    expect(Math.min(calls_in_progress.length, counts.urgent_tickets ?? 0)).toBeGreaterThan(0);
  });
});

describe("a row of a report opens exactly what it counts", () => {
  const linked = report_names.filter((name) => name !== "campaigns");
  const cases = linked.flatMap((report) => groupings[report].map((by) => [report, by] as const));
  const whole: Partial<Record<ReportName, string>> = {
    calls: "conversations",
    funnel: "customers",
    bookings: "requested",
    tickets: "opened",
  };

  it.each(cases)("%s by %s", async (report, by) => {
    const caller = world.a.caller();
    const filters = { period: "90d", from: null, to: null } as const;
    const found = await caller.reports[report]({ period: "90d", by: by as never });
    let opened = 0;
    for (const { key, figures } of found.rows) {
      const href = behindRow(report, found, endsOf(found, filters), key);
      const count: unknown = Reflect.get(figures, whole[report] ?? "");
      if (href === null || count === 0) continue;
      opened += 1;
      expect(await rowsBehind(caller, world.a.timezone, href), href).toBe(count);
    }
    const isLinked = ![
      "calls agent",
      "calls staff",
      "funnel day",
      "funnel staff",
      "bookings source",
      "bookings property",
    ].includes(`${report} ${by}`);
    expect(opened > 0).toBe(isLinked);
  });
});
