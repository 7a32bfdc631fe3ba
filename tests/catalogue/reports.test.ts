import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customer_stages } from "#drizzle/values.ts";
import { readCallStats, readConversionStats } from "#features/stats/queries.ts";
import type { Period } from "#features/stats/schema.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { season } from "#tests/support/season.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

const now = new Date("2026-11-22T16:41:20.000Z");
const periods: Period[] = ["24h", "7d", "30d", "90d"];

let database: TestDatabase;
let world: World;
let app: postgres.Sql;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  app = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
  await season(database, world.a, { count: 180, now });
  await season(database, world.b, { count: 60, now });
});
afterAll(async () => {
  await app.end();
  await world.close();
  await database.drop();
});

const inA = <T>(work: (sql: postgres.TransactionSql) => Promise<T>, company = world.a) =>
  app.begin(async (sql) => {
    await sql`select app.enter(${company.company_id}, null, 'system', 'reports')`;
    return work(sql);
  });

async function viewNames(): Promise<string[]> {
  const views = await database.superuser<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'reports'::regnamespace and relkind in ('v', 'm') order by relname`;
  return views.map(({ name }) => name);
}

describe("the views of schema reports", () => {
  it("are all security_invoker, owned by the owner, and only read by the acting roles", async () => {
    const views = await database.superuser`
      select c.relname, c.relkind, pg_get_userbyid(c.relowner) as owner, 'security_invoker=true' = any (c.reloptions) as is_invoker,
             has_table_privilege('portal_app', c.oid, 'select') and has_table_privilege('portal_worker', c.oid, 'select')
               and has_table_privilege('portal_auditor', c.oid, 'select') as is_readable,
             has_table_privilege('portal_app', c.oid, 'insert, update, delete, truncate') as is_writable
        from pg_class c where c.relnamespace = 'reports'::regnamespace and c.relkind <> 'i'`;
    expect(views.length).toBeGreaterThanOrEqual(9);
    for (const { relname, ...view } of views) {
      expect(view, relname).toEqual({
        relkind: "v",
        owner: "portal_owner",
        is_invoker: true,
        is_readable: true,
        is_writable: false,
      });
    }
  });

  it("show the company entered its own rows only, nobody anything without one, and the auditor all", async () => {
    const auditor = postgres(database.auditorUrl, { max: 1, onnotice: () => undefined });
    const { campaign } = figuresOf(database, world.a.company_id);
    await campaign();
    await figuresOf(database, world.b.company_id).campaign();
    for (const name of await viewNames()) {
      const view = `reports.${name}`;
      const companies = await inA((sql) => sql`select distinct company_id from ${sql(view)}`);
      expect(companies, name).toEqual([{ company_id: world.a.company_id }]);
      await expect(app`select company_id from ${app(view)}`, name).rejects.toMatchObject({ code: "28000" });
      expect(await auditor`select distinct company_id from ${auditor(view)}`, name).toHaveLength(2);
    }
    await auditor.end();
  });

  it.each([
    ["calls", "conversations", "count(*)"],
    ["calls", "booked", "count(*) filter (where is_booked)"],
    ["calls", "answered", "count(*) filter (where is_answered)"],
    ["calls", "handed_over", "count(*) filter (where is_handed_over)"],
    ["calls", "talked_seconds", "coalesce(sum(duration_seconds) filter (where is_answered), 0)"],
    ["conversions", "moves", "count(*)"],
    ["bookings", "bookings", "count(*)"],
    ["tickets", "tickets", "count(*)"],
    ["tickets", "resolved_late", "count(*) filter (where is_resolved_late)"],
  ])("the days of %s add up to its rows: %s", async (view, column, expression) => {
    const added = await inA((sql) =>
      sql.unsafe(`select coalesce(sum(${column}), 0)::bigint as figure from reports.${view}_daily`),
    );
    const counted = await inA((sql) => sql.unsafe(`select (${expression})::bigint as figure from reports.${view}`));
    expect(added).toEqual(counted);
    expect(Number(added[0]?.figure)).toBeGreaterThan(0);
  });

  it("count every conversation but the trials, and nothing that broke down as answered", async () => {
    const [row] = await database.superuser`
      select (select count(*) from reports.calls) as counted, count(*) as held from conversations where mode = 'real'`;
    expect(row?.counted).toBe(row?.held);
    const [all] = await database.superuser`select count(*) as every from conversations`;
    expect(Number(all?.every)).toBeGreaterThan(Number(row?.held));
    const [failed] = await database.superuser`select count(*) as calls, count(*) filter (where is_answered) as answered
      from reports.calls where status = 'failed'`;
    expect(failed).toMatchObject({ calls: expect.stringMatching(/^[1-9]/), answered: "0" });
  });

  it("count a merged customer as whom he was merged into", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const [kept, merged] = [await rows.customer(), await rows.customer()];
    await database.superuser`update customers set merged_into_id = ${kept} where id = ${merged}`;
    const moves = await inA(
      (sql) => sql`select customer_id from reports.conversions where customer_id in (${kept}, ${merged})`,
    );
    expect(moves).toEqual([{ customer_id: kept }, { customer_id: kept }]);
  });

  it("cut days at the company's own midnight", async () => {
    const at = "2026-03-10T20:30:00.000Z";
    for (const [company, local_day] of [
      [world.a, "2026-03-10"],
      [world.b, "2026-03-11"],
    ] as const) {
      const id = await figuresOf(database, company.company_id).conversation({ started_at: at });
      const [row] = await inA(
        (sql) => sql`select local_day::text, local_hour from reports.calls where id = ${id}`,
        company,
      );
      expect(row).toEqual({ local_day, local_hour: company === world.a ? 23 : 0 });
    }
  });

  it("a window reaches the index through the view, under the fence", async () => {
    // Without statistics, of two hundred rows one index is as good as another.
    await database.superuser`analyze conversations`;
    const plan = await inA(async (sql) => {
      await sql`set local enable_seqscan = off`;
      return sql`explain (costs off) select count(*) from reports.calls where company_id = ${world.a.company_id} and started_at >= ${"2026-11-21T00:00:00Z"}`;
    });
    const lines = plan.map((row) => String(row["QUERY PLAN"]));
    expect(lines.find((line) => line.includes("Index Cond") && line.includes("started_at"))).toBeDefined();
  });

  it("a campaign's states add up to its recipients", async () => {
    const figures = figuresOf(database, world.a.company_id);
    const campaign_id = await figures.campaign({ status: "running" });
    const conversation_id = await figures.conversation({ started_at: now.toISOString(), outcome: "booked" });
    const states = [
      "pending",
      "pending",
      "dialling",
      "answered",
      "no_answer",
      "busy",
      "voicemail",
      "failed",
      "skipped",
    ];
    for (const [n, status] of states.entries()) {
      const attempts = status === "skipped" || n === 0 ? 0 : 1;
      await figures.recipient({
        campaign_id,
        phone: `+96650000001${n}`,
        status,
        attempts,
        conversation_id: status === "answered" ? conversation_id : null,
      });
    }
    const [row] = await inA((sql) => sql`select * from reports.campaign_metrics where campaign_id = ${campaign_id}`);
    expect(row).toEqual({
      company_id: world.a.company_id,
      campaign_id,
      ...{
        recipients: 9,
        dialled: 7,
        attempts: 7,
        pending: 2,
        dialling: 1,
        answered: 1,
        no_answer: 1,
        busy: 1,
        voicemail: 1,
        failed: 1,
        skipped: 1,
        booked: 1,
      },
    });
  });
});

describe("the dashboard's figures", () => {
  const ask = <T>(company: Company, read: Parameters<typeof inTenant<T>>[3]) =>
    inTenant(world.services.pool, company.claims("admin"), "read", read);

  it.each(periods)("of %s equal the views, in both companies and both windows", async (period) => {
    for (const company of [world.a, world.b]) {
      const stats = await ask(company, (tx) => readCallStats(tx, { period }, now));
      for (const [totals, from, to] of [
        [stats.totals, stats.from, stats.to],
        [stats.previous, stats.previous_from, stats.previous_to],
      ] as const) {
        const [row] = await inA(
          (sql) => sql`
          select (count(*) filter (where is_voice))::int as calls, (count(*) filter (where not is_voice))::int as chats, count(*)::int as conversations,
                 (count(*) filter (where is_answered))::int as answered, (count(*) filter (where is_handed_over))::int as handed_over,
                 (count(*) filter (where is_booked))::int as booked,
                 round(avg(duration_seconds) filter (where is_answered))::int as average_duration_seconds,
                 (select count(*)::int from reports.bookings b where b.created_at >= ${from} and b.created_at < ${to}) as bookings_created
            from reports.calls where started_at >= ${from} and started_at < ${to}`,
          company,
        );
        expect(totals, `${company.slug} from ${from}`).toEqual(row);
      }
    }
  });

  it.each(periods)("of %s are the sum of their buckets and of their outcomes, without a gap", async (period) => {
    const stats = await ask(world.a, (tx) => readCallStats(tx, { period }, now));
    expect(stats.series).toHaveLength({ "24h": 24, "7d": 7, "30d": 30, "90d": 90 }[period]);
    expect(stats.series[0]?.at).toBe(stats.from);
    const sum = (key: "voice" | "chat" | "handed_over" | "booked") =>
      stats.series.reduce((total, bucket) => total + bucket[key], 0);
    expect(sum("voice")).toBe(stats.totals.calls);
    expect(sum("chat")).toBe(stats.totals.chats);
    expect(sum("handed_over")).toBe(stats.totals.handed_over);
    expect(sum("booked")).toBe(stats.totals.booked);
    expect(stats.by_outcome.reduce((total, { count }) => total + count, 0)).toBe(stats.totals.conversations);
    if (period === "90d") expect(stats.totals.conversations).toBeGreaterThan(50);
  });

  it("put a bucket of days on reports.calls_daily", async () => {
    const stats = await ask(world.b, (tx) => readCallStats(tx, { period: "30d" }, now));
    const daily = await inA(
      (sql) => sql`select local_day::text as day, type, conversations::int from reports.calls_daily`,
      world.b,
    );
    for (const { day, voice, chat } of stats.series.slice(0, -1)) {
      const of = (type: string) => daily.find((row) => row.day === day && row.type === type)?.conversations ?? 0;
      expect({ voice, chat }, day).toEqual({ voice: of("voice"), chat: of("chat") });
    }
  });

  it("count each customer once a stage, however often he moved into it", async () => {
    for (const company of [world.a, world.b]) {
      const stats = await ask(company, (tx) => readConversionStats(tx, { period: "90d" }, now));
      const rows = await inA(
        (sql) => sql`select to_stage as stage, count(distinct customer_id)::int as customers, count(*)::int as moves
          from reports.conversions where moved_at >= ${stats.from} and moved_at < ${stats.to} group by to_stage`,
        company,
      );
      expect(stats.funnel.map(({ stage }) => stage)).toEqual([...customer_stages]);
      for (const { stage, customers } of stats.funnel) {
        expect(customers, stage).toBe(rows.find((row) => row.stage === stage)?.customers ?? 0);
      }
      expect(rows.some((row) => row.moves > row.customers)).toBe(true);
      const { conversations, booked } = stats.totals;
      expect(stats.conversation_to_booking_rate).toBeCloseTo(booked / conversations, 4);
    }
  });
});
