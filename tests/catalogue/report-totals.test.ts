import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf } from "#features/reports/columns.ts";
import { groupings, type ReportName, report_names } from "#features/reports/groupings.ts";
import type { Caller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { season } from "#tests/support/season.ts";
import { createWorld, type World } from "#tests/support/world.ts";

const now = new Date();

let database: TestDatabase;
let world: World;
let app: postgres.Sql;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  app = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
  await season(database, world.a, { count: 120, now });
  await season(database, world.b, { count: 60, now });
});
afterAll(async () => {
  await app.end();
  await world.close();
  await database.drop();
});

const cases = report_names.flatMap((report) => groupings[report].map((by) => [report, by] as const));

/** Guarantee: the groupings come from the report's own list. */
const read = ({ reports }: Caller, report: ReportName, by: string) =>
  reports[report]({ period: "90d", by: by as never });

/** What the report's view says, written anew in SQL: the figures that add up. */
const views: Record<ReportName, { view: string; at: string; figures: Record<string, string> }> = {
  calls: {
    view: "reports.calls",
    at: "started_at",
    figures: {
      conversations: "count(*)",
      calls: "count(*) filter (where type = 'voice')",
      chats: "count(*) filter (where type = 'chat')",
      answered: "count(*) filter (where is_answered)",
      unanswered: "count(*) filter (where not is_answered)",
      handed_over: "count(*) filter (where is_handed_over)",
      booked: "count(*) filter (where is_booked)",
      talked_seconds: "coalesce(sum(duration_seconds) filter (where is_answered), 0)",
    },
  },
  funnel: {
    view: "reports.conversions",
    at: "moved_at",
    figures: { moves: "count(*)", won: "count(*) filter (where to_stage = 'won')" },
  },
  bookings: {
    view: "reports.bookings",
    at: "created_at",
    figures: {
      requested: "count(*)",
      pending: "count(*) filter (where status = 'pending')",
      rejected: "count(*) filter (where status = 'rejected')",
      decision_median_seconds: "percentile_cont(0.5) within group (order by decision_seconds)",
    },
  },
  campaigns: {
    view: "reports.campaign_metrics m join campaigns using (company_id)",
    at: "campaigns.id = m.campaign_id and started_at",
    figures: {
      recipients: "sum(recipients)",
      dialled: "sum(dialled)",
      answered: "sum(answered)",
      booked: "sum(booked)",
    },
  },
  tickets: {
    view: "reports.tickets",
    at: "created_at",
    figures: {
      opened: "count(*)",
      closed: "count(*) filter (where status = 'closed')",
      late: "count(*) filter (where is_overdue or is_resolved_late)",
      response_median_seconds: "percentile_cont(0.5) within group (order by first_response_seconds)",
      response_p90_seconds: "percentile_cont(0.9) within group (order by first_response_seconds)",
      resolution_p90_seconds: "percentile_cont(0.9) within group (order by resolution_seconds)",
    },
  },
};

describe("the reports", () => {
  it.each(cases)("%s by %s: the rows add up to the totals, in both companies", async (report, by) => {
    for (const company of [world.a, world.b]) {
      const { rows, totals } = await read(company.caller(), report, by);
      const counts = columnsOf(report, by).flatMap(({ key, kind }) => (kind === "count" ? [key] : []));
      for (const key of counts) {
        const sum = rows.reduce((total, { figures }) => total + Number(Reflect.get(figures, key)), 0);
        expect(sum, `${company.slug} ${key}`).toBe(Reflect.get(totals, key));
      }
      expect(Reflect.get(totals, counts[0] ?? ""), company.slug).toBeGreaterThan(3);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }
  });

  it.each([
    ["calls", "conversations", ["calls", "chats"]],
    ["calls", "conversations", ["answered", "unanswered"]],
    ["funnel", "moves", ["lead", "qualified", "viewing", "negotiation", "deposit", "won", "lost"]],
    ["bookings", "requested", ["pending", "approved", "completed", "rejected", "cancelled"]],
    [
      "campaigns",
      "recipients",
      ["pending", "dialling", "answered", "no_answer", "busy", "voicemail", "failed", "skipped"],
    ],
    ["tickets", "opened", ["open", "in_progress", "resolved", "closed"]],
  ] as const)("%s: %s is the sum of its parts in every row", async (report, whole, parts) => {
    const { rows, totals, previous } = await read(world.a.caller(), report, groupings[report][0]);
    for (const figures of [...rows.map((row) => row.figures), totals, previous]) {
      const of = (key: string) => Number(Reflect.get(figures, key));
      expect(parts.reduce((sum, key) => sum + of(key), 0)).toBe(of(whole));
    }
  });

  it.each(report_names)("%s: totals and those of the window before equal the view", async (report) => {
    const { view, at, figures } = views[report];
    const columns = Object.entries(figures).map(
      ([key, expression]) => `round((${expression})::numeric)::int as ${key}`,
    );
    for (const company of [world.a, world.b]) {
      const found = await read(company.caller(), report, groupings[report][0]);
      for (const [totals, from, to] of [
        [found.totals, found.from, found.to],
        [found.previous, found.previous_from, found.previous_to],
      ] as const) {
        const [row] = await app.begin(async (sql) => {
          await sql`select app.enter(${company.company_id}, null, 'system', 'reports')`;
          return sql.unsafe(`select ${columns.join(", ")} from ${view} where ${at} >= $1 and ${at} < $2`, [from, to]);
        });
        expect(totals, `${company.slug} from ${from}`).toMatchObject(row ?? {});
      }
    }
  });
});
