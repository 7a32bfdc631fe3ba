import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCallStats, readConversionStats, readTicketStats } from "#features/stats/queries.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

/** 19:41 in Riyadh, 20:41 in Dubai. */
const now = new Date("2026-11-22T16:41:20.000Z");

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

const ask = <T>(company: "a" | "b", read: Parameters<typeof inTenant<T>>[3]) =>
  inTenant(world.services.pool, world[company].claims("sales_manager"), "read", read);
const none = { voice: 0, chat: 0, handed_over: 0, booked: 0, bookings_created: 0 };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe("the calls of a period", () => {
  it("of a company that has none are zeros in every bucket, not gaps", async () => {
    const stats = await ask("b", (tx) => readCallStats(tx, { period: "7d" }, now));
    expect(stats).toMatchObject({
      company_id: world.b.company_id,
      period: "7d",
      bucket: "day",
      timezone: "Asia/Dubai",
      from: "2026-11-15T20:00:00.000Z",
      to: now.toISOString(),
      previous_from: "2026-11-08T20:00:00.000Z",
      totals: { calls: 0, chats: 0, conversations: 0, average_duration_seconds: null, bookings_created: 0 },
      by_outcome: [],
    });
    expect(stats.series.map(({ day }) => day)).toEqual([
      "2026-11-16",
      "2026-11-17",
      "2026-11-18",
      "2026-11-19",
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
    ]);
    expect(stats.series.every(({ voice, chat }) => voice + chat === 0)).toBe(true);
    const rates = await ask("b", (tx) => readConversionStats(tx, { period: "7d" }, now));
    expect(rates).toMatchObject({ conversation_to_booking_rate: null, totals: { win_rate: null } });
  });

  it("fall into the company's own days, and before the window into the one compared with", async () => {
    const figures = figuresOf(database, world.a.company_id);
    // 00:10 and 23:50 of Saturday in Riyadh; the first is Friday in UTC.
    await figures.conversation({ started_at: "2026-11-20T21:10:00.000Z", outcome: "booked", duration_seconds: 100 });
    await figures.conversation({
      started_at: "2026-11-21T20:50:00.000Z",
      type: "chat",
      outcome: "answered",
      duration_seconds: 201,
    });
    // The first instant of the window, and the last of what lies between the two.
    await figures.conversation({ started_at: "2026-11-15T21:00:00.000Z", outcome: "no_answer", duration_seconds: 0 });
    await figures.conversation({ started_at: "2026-11-15T20:59:59.999Z", outcome: "handed_over" });
    await figures.conversation({
      started_at: "2026-11-09T08:00:00.000Z",
      outcome: "handed_over",
      duration_seconds: 60,
    });
    // Never counted: a trial. One that broke down is, as not answered.
    await figures.conversation({ started_at: "2026-11-21T10:00:00.000Z", mode: "trial", outcome: "booked" });
    await figures.conversation({ started_at: "2026-11-21T10:00:00.000Z", status: "failed", outcome: "failed" });
    const stats = await ask("a", (tx) => readCallStats(tx, { period: "7d" }, now));
    expect(stats.totals).toEqual({
      ...{ calls: 3, chats: 1, conversations: 4, answered: 2, handed_over: 0, booked: 1 },
      average_duration_seconds: 151,
      bookings_created: 0,
    });
    expect(stats.previous).toMatchObject({ conversations: 1, handed_over: 1, average_duration_seconds: 60 });
    expect(stats.series.filter(({ voice, chat }) => voice + chat > 0)).toEqual([
      { at: "2026-11-15T21:00:00.000Z", day: "2026-11-16", ...none, voice: 1 },
      { at: "2026-11-20T21:00:00.000Z", day: "2026-11-21", ...none, voice: 2, chat: 1, booked: 1 },
    ]);
    expect(stats.by_outcome).toEqual([
      { outcome: "booked", count: 1 },
      { outcome: "answered", count: 1 },
      { outcome: "no_answer", count: 1 },
      { outcome: "failed", count: 1 },
    ]);
  });

  it("of 24 hours are counted by the hour, the running one included", async () => {
    const stats = await ask("a", (tx) => readCallStats(tx, { period: "24h" }, now));
    expect(stats.series).toHaveLength(24);
    expect([stats.series[0]?.at, stats.series.at(-1)?.at]).toEqual([
      "2026-11-21T17:00:00.000Z",
      "2026-11-22T16:00:00.000Z",
    ]);
    expect(stats.series.find(({ at }) => at === "2026-11-21T20:00:00.000Z")).toMatchObject({
      chat: 1,
      day: "2026-11-21",
    });
  });

  it("answer for no other period than the four", async () => {
    const { stats } = world.a.caller("support_manager");
    const refused = await Reflect.apply(stats.calls, null, [{ period: "1y" }]).catch(refusalOf);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "period" }] });
    expect(await stats.calls({})).toMatchObject({ period: "7d", company_id: world.a.company_id });
    expect(await stats.conversions({ period: "90d" })).toMatchObject({ period: "90d" });
  });
});

describe("the conversions of a period", () => {
  it("count a customer once a stage, in his own window", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const figures = figuresOf(database, world.a.company_id);
    const [one, two] = [await rows.customer(), await rows.customer()];
    await database.superuser`delete from stage_changes where company_id = ${world.a.company_id}`;
    const move = (customer_id: string, to_stage: string, created_at: string) =>
      figures.stageMove({ customer_id, to_stage, created_at });
    await move(one, "viewing", "2026-11-18T10:00:00.000Z");
    await move(one, "negotiation", "2026-11-19T10:00:00.000Z");
    await move(one, "viewing", "2026-11-20T10:00:00.000Z");
    await move(two, "viewing", "2026-11-20T10:00:00.000Z");
    await move(one, "won", "2026-11-21T10:00:00.000Z");
    await move(two, "lost", "2026-11-10T10:00:00.000Z");
    const { funnel, totals, previous } = await ask("a", (tx) => readConversionStats(tx, { period: "7d" }, now));
    expect(Object.fromEntries(funnel.map((row) => [row.stage, [row.customers, row.previous]]))).toEqual({
      ...{
        lead: [0, 0],
        qualified: [0, 0],
        viewing: [2, 0],
        negotiation: [1, 0],
        deposit: [0, 0],
        won: [1, 0],
        lost: [0, 1],
      },
    });
    expect(totals).toEqual({ conversations: 4, booked: 1, conversation_to_booking_rate: 0.25, win_rate: 1 });
    expect(previous).toMatchObject({ conversations: 1, booked: 0, conversation_to_booking_rate: 0, win_rate: 0 });
  });
});

describe("the tickets of a period", () => {
  it("are counted on the company's days by when they were opened, for those who work on tickets", async () => {
    const figures = figuresOf(database, world.b.company_id);
    for (const created_at of ["2026-11-15T19:59:59.999Z", "2026-11-15T20:00:00.000Z", "2026-11-22T16:00:00.000Z"]) {
      await figures.ticket({ created_at, status: "closed" });
    }
    const stats = await ask("b", (tx) => readTicketStats(tx, { period: "7d" }, now));
    expect(stats).toMatchObject({ totals: { opened: 2 }, previous: { opened: 0 } });
    expect(stats.series.map(({ opened }) => opened)).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(await world.b.caller("sales_manager").stats.tickets({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
    expect(await world.a.caller("support_manager").stats.tickets({})).toMatchObject({ totals: { opened: 0 } });
  });
});

describe("live operations", () => {
  it("show who talks, who is at work and what waits, and of another company nothing", async () => {
    const { company_id, users } = world.a;
    const figures = figuresOf(database, company_id);
    const rows = rowsOf(database, company_id);
    const customer_id = await rows.customer({ name: "ماجد الحارثي", phone: "+966500002217" });
    const talk = await figures.conversation({
      started_at: minutesAgo(4),
      status: "in_progress",
      customer_id,
      handed_over_to: users.agent.id,
    });
    await figures.conversation({ started_at: minutesAgo(3), status: "in_progress", mode: "trial" });
    const campaign_id = await figures.campaign({ status: "running" });
    await figures.recipient({ campaign_id, phone: "+966500000001", status: "answered", attempts: 1 });
    await figures.campaign({ status: "paused" });
    await rows.booking({ customer_id, property_id: await rows.property() });
    await figures.ticket({ priority: "urgent", status: "in_progress" });
    await figures.ticket({ priority: "urgent", status: "resolved" });
    await figures.ticket();
    await database.superuser`update users set last_seen_at = now() - interval '30 seconds' where id = ${users.support_manager.id}`;
    await database.superuser`update users set last_seen_at = now() - interval '3 minutes' where id = ${users.agent.id}`;

    const seen = await world.a.caller("admin").live.operations({});
    expect(seen.calls_in_progress).toEqual([
      {
        ...{
          id: talk,
          type: "voice",
          customer_id,
          customer_name: "ماجد الحارثي",
          customer_phone: "+966500002217",
          agent_name: "نورة",
        },
        started_at: expect.any(String),
        handed_over_to: { id: users.agent.id, name: "agent of alpha" },
      },
    ]);
    expect(seen.campaigns_running).toMatchObject([
      { id: campaign_id, status: "running", metrics: { recipients: 1, answered: 1 } },
    ]);
    expect(seen.staff_online.map(({ id }) => id)).toEqual([users.support_manager.id]);
    expect(seen.counts).toEqual({ pending_bookings: 1, open_tickets: 1, urgent_tickets: 1 });

    expect(await world.b.caller("admin").live.operations({})).toMatchObject({
      ...{ company_id: world.b.company_id, calls_in_progress: [], campaigns_running: [], staff_online: [] },
      counts: { pending_bookings: 0, open_tickets: 0, urgent_tickets: 0 },
    });
  });

  it("leave out what the role may not read", async () => {
    const sales = await world.a.caller("sales_manager").live.operations({});
    expect(sales.counts).toEqual({ pending_bookings: 1 });
    expect(sales.campaigns_running).toHaveLength(1);
    const support = await world.a.caller("support_manager").live.operations({});
    expect(support.counts).toEqual({ open_tickets: 1, urgent_tickets: 1 });
    expect(support.campaigns_running).toEqual([]);
    expect(await world.a.caller("agent").live.operations({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
  });
});
