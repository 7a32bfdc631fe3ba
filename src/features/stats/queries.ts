import { and, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { bookings, calls, conversions, tickets } from "#drizzle/reports.ts";
import { conversation_outcomes, customer_stages } from "#drizzle/values.ts";
import { type PeriodRange, periodRange } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import type { AskStats, CallStats, CallTotals, ConversionRates, ConversionStats, TicketStats } from "./schema.ts";
import { fillSeries } from "./series.ts";

const count = sql<number>`count(*)::integer`;
const countWhere = (condition: SQL | PgColumn) => sql<number>`(count(*) filter (where ${condition}))::integer`;

/** Conversations of a period against the one before: totals, a bucket an hour or a day, and how they ended.
 *  Three statements sent together. Source: views reports.calls, reports.bookings. */
export async function readCallStats(tx: Tx, { period }: AskStats, now = new Date()): Promise<CallStats> {
  const range = periodRange(period, tx.company.timezone, now);
  const [byOutcome, buckets, booked] = await Promise.all([
    outcomesIn(tx, range),
    tx
      .select({
        key: bucketIn(calls, range),
        voice: countWhere(calls.is_voice),
        chat: countWhere(sql`not ${calls.is_voice}`),
        handed_over: countWhere(calls.is_handed_over),
        booked: countWhere(calls.is_booked),
      })
      .from(calls)
      .where(
        and(eq(calls.company_id, tx.company_id), gte(calls.started_at, range.from), lt(calls.started_at, range.to)),
      )
      .groupBy(bucketIn(calls, range)),
    tx
      .select({ is_current: isCurrent(bookings.created_at, range), key: bucketIn(bookings, range), count })
      .from(bookings)
      .where(and(eq(bookings.company_id, tx.company_id), inEither(bookings.created_at, range)))
      .groupBy(sql`1`, bucketIn(bookings, range)),
  ]);
  const totals = (current: boolean): CallTotals => ({
    ...addUp(byOutcome.filter((row) => row.is_current === current)),
    bookings_created: countOf(booked, current),
  });
  return {
    ...windowOf(tx, period, range),
    bucket: range.bucket,
    totals: totals(true),
    previous: totals(false),
    series: fillSeries(
      range,
      tx.company.timezone,
      { voice: 0, chat: 0, handed_over: 0, booked: 0, bookings_created: 0 },
      [...buckets, ...booked.flatMap((row) => (row.is_current ? [{ key: row.key, bookings_created: row.count }] : []))],
    ),
    by_outcome: [...conversation_outcomes, null]
      .map((outcome) => ({
        outcome,
        count: byOutcome.find((row) => row.is_current && row.outcome === outcome)?.conversations ?? 0,
      }))
      .filter((row) => row.count > 0),
  };
}

/** Tickets opened in a period against the one before. Source: view reports.tickets. */
export async function readTicketStats(tx: Tx, { period }: AskStats, now = new Date()): Promise<TicketStats> {
  const range = periodRange(period, tx.company.timezone, now);
  const opened = await tx
    .select({ is_current: isCurrent(tickets.created_at, range), key: bucketIn(tickets, range), count })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), inEither(tickets.created_at, range)))
    .groupBy(sql`1`, bucketIn(tickets, range));
  return {
    ...windowOf(tx, period, range),
    bucket: range.bucket,
    totals: { opened: countOf(opened, true) },
    previous: { opened: countOf(opened, false) },
    series: fillSeries(
      range,
      tx.company.timezone,
      { opened: 0 },
      opened.flatMap((row) => (row.is_current ? [{ key: row.key, opened: row.count }] : [])),
    ),
  };
}

/** How customers moved along the pipeline, and how conversations turned into viewings. Two statements sent together.
 *  Source: views reports.conversions, reports.calls. */
export async function readConversionStats(tx: Tx, { period }: AskStats, now = new Date()): Promise<ConversionStats> {
  const range = periodRange(period, tx.company.timezone, now);
  const [moves, byOutcome] = await Promise.all([
    tx
      .select({
        is_current: isCurrent(conversions.moved_at, range),
        stage: conversions.to_stage,
        customers: sql<number>`count(distinct ${conversions.customer_id})::integer`,
      })
      .from(conversions)
      .where(and(eq(conversions.company_id, tx.company_id), inEither(conversions.moved_at, range)))
      .groupBy(sql`1`, conversions.to_stage),
    outcomesIn(tx, range),
  ]);
  const reached = (stage: string, current: boolean) =>
    moves.find((row) => row.stage === stage && row.is_current === current)?.customers ?? 0;
  const rates = (current: boolean): ConversionRates => {
    const { conversations, booked } = addUp(byOutcome.filter((row) => row.is_current === current));
    const won = reached("won", current);
    return {
      conversations,
      booked,
      conversation_to_booking_rate: rate(booked, conversations),
      win_rate: rate(won, won + reached("lost", current)),
    };
  };
  const totals = rates(true);
  return {
    ...windowOf(tx, period, range),
    funnel: customer_stages.map((stage) => ({
      stage,
      customers: reached(stage, true),
      previous: reached(stage, false),
    })),
    totals,
    previous: rates(false),
    conversation_to_booking_rate: totals.conversation_to_booking_rate,
  };
}

const outcomesIn = (tx: Tx, range: PeriodRange) =>
  tx
    .select({
      is_current: isCurrent(calls.started_at, range),
      outcome: calls.outcome,
      calls: countWhere(calls.is_voice),
      conversations: count,
      answered: countWhere(calls.is_answered),
      handed_over: countWhere(calls.is_handed_over),
      booked: countWhere(calls.is_booked),
      timed: sql<number>`(count(${calls.duration_seconds}) filter (where ${calls.is_answered}))::integer`,
      talked_seconds: sql<number>`coalesce(sum(${calls.duration_seconds}) filter (where ${calls.is_answered}), 0)::float8`,
    })
    .from(calls)
    .where(and(eq(calls.company_id, tx.company_id), inEither(calls.started_at, range)))
    .groupBy(sql`1`, calls.outcome);

type OutcomeRow = Awaited<ReturnType<typeof outcomesIn>>[number];

function addUp(rows: OutcomeRow[]): Omit<CallTotals, "bookings_created"> {
  const sum = (key: "calls" | "conversations" | "answered" | "handed_over" | "booked" | "timed" | "talked_seconds") =>
    rows.reduce((total, row) => total + row[key], 0);
  const timed = sum("timed");
  return {
    calls: sum("calls"),
    chats: sum("conversations") - sum("calls"),
    conversations: sum("conversations"),
    answered: sum("answered"),
    handed_over: sum("handed_over"),
    booked: sum("booked"),
    average_duration_seconds: timed === 0 ? null : Math.round(sum("talked_seconds") / timed),
  };
}

const bucketIn = <View extends { hour_began_at: PgColumn; local_day: PgColumn }>(
  view: View,
  { bucket }: PeriodRange,
) => (bucket === "hour" ? view.hour_began_at : view.local_day);

const countOf = (rows: readonly { is_current: boolean; count: number }[], current: boolean) =>
  rows.reduce((sum, row) => (row.is_current === current ? sum + row.count : sum), 0);

const isCurrent = (at: PgColumn, { from }: PeriodRange) => sql<boolean>`${at} >= ${from}::timestamptz`;

/** Both windows as one range of the index; what lies between them is left out. */
const inEither = (at: PgColumn, range: PeriodRange) =>
  and(gte(at, range.previous_from), lt(at, range.to), or(lt(at, range.previous_to), gte(at, range.from)));

const rate = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000);

const windowOf = (tx: Tx, period: AskStats["period"], { from, to, previous_from, previous_to }: PeriodRange) => ({
  company_id: tx.company_id,
  period,
  from,
  to,
  previous_from,
  previous_to,
  timezone: tx.company.timezone,
});
