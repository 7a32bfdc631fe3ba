import { sql } from "drizzle-orm";
import { bookings, calls, conversions, tickets } from "#drizzle/reports.ts";
import {
  booking_statuses,
  conversation_outcomes,
  customer_stages,
  ticket_categories,
  ticket_priorities,
} from "#drizzle/values.ts";
import type { Tx } from "#server/tenant.ts";
import { compose, type Span } from "./compose.ts";
import { count, countIn, countWhere, inWindow, keyed, percentile, withTotals } from "./grouped.ts";
import type {
  AskBookings,
  AskCalls,
  AskFunnel,
  AskTickets,
  BookingsReport,
  CallsReport,
  FunnelReport,
  TicketsReport,
} from "./schema.ts";

/** Calls and chats that began in the window, and how they ended. Source: view reports.calls. */
export function readCalls(tx: Tx, asked: AskCalls, now = new Date()): Promise<CallsReport> {
  const keys = { day: calls.local_day, outcome: calls.outcome, agent: calls.agent_name, staff: calls.handed_over_to };
  const timed = sql`${calls.is_answered} and ${calls.duration_seconds} is not null`;
  const figures = {
    conversations: count,
    calls: countWhere(calls.is_voice),
    chats: countWhere(sql`not ${calls.is_voice}`),
    answered: countWhere(calls.is_answered),
    unanswered: countWhere(sql`not ${calls.is_answered}`),
    handed_over: countWhere(calls.is_handed_over),
    booked: countWhere(calls.is_booked),
    timed: countWhere(timed),
    talked_seconds: sql<number>`coalesce(sum(${calls.duration_seconds}) filter (where ${timed}), 0)::integer`,
    average_seconds: sql<number | null>`round(avg(${calls.duration_seconds}) filter (where ${timed}))::integer`,
  };
  const key = keys[asked.by];
  const ask = (span: Span) =>
    tx
      .select({ ...keyed(key), figures })
      .from(calls)
      .where(inWindow(tx, calls.company_id, calls.started_at, span))
      .groupBy(withTotals(key));
  return compose(tx, asked, now, {
    ask,
    ordered: { outcome: conversation_outcomes },
    weight: (row) => row.conversations,
    nothing: {
      ...{ conversations: 0, calls: 0, chats: 0, answered: 0, unanswered: 0, handed_over: 0, booked: 0 },
      ...{ timed: 0, talked_seconds: 0, average_seconds: null },
    },
  });
}

/** Customers who moved along the pipeline in the window, by the moves themselves. Source: view reports.conversions. */
export function readFunnel(tx: Tx, asked: AskFunnel, now = new Date()): Promise<FunnelReport> {
  const keys = { stage: conversions.to_stage, day: conversions.local_day, staff: conversions.actor_id };
  const into = (stage: (typeof customer_stages)[number]) => countIn(conversions.to_stage, stage);
  const figures = {
    moves: count,
    customers: sql<number>`count(distinct ${conversions.customer_id})::integer`,
    lead: into("lead"),
    qualified: into("qualified"),
    viewing: into("viewing"),
    negotiation: into("negotiation"),
    deposit: into("deposit"),
    won: into("won"),
    lost: into("lost"),
  };
  const key = keys[asked.by];
  const ask = (span: Span) =>
    tx
      .select({ ...keyed(key), figures })
      .from(conversions)
      .where(inWindow(tx, conversions.company_id, conversions.moved_at, span))
      .groupBy(withTotals(key));
  return compose(tx, asked, now, {
    ask,
    ordered: { stage: customer_stages },
    weight: (row) => row.moves,
    nothing: {
      ...{ moves: 0, customers: 0 },
      ...{ lead: 0, qualified: 0, viewing: 0, negotiation: 0, deposit: 0, won: 0, lost: 0 },
    },
  });
}

/** Viewings asked for in the window, by the state they are in now. Source: view reports.bookings. */
export function readBookings(tx: Tx, asked: AskBookings, now = new Date()): Promise<BookingsReport> {
  const keys = {
    day: bookings.local_day,
    status: bookings.status,
    source: bookings.source,
    staff: bookings.staff_id,
    property: bookings.property_id,
  };
  const being = (status: (typeof booking_statuses)[number]) => countIn(bookings.status, status);
  const figures = {
    requested: count,
    pending: being("pending"),
    approved: being("approved"),
    completed: being("completed"),
    rejected: being("rejected"),
    cancelled: being("cancelled"),
    decision_median_seconds: percentile(0.5, bookings.decision_seconds),
    decision_p90_seconds: percentile(0.9, bookings.decision_seconds),
  };
  const key = keys[asked.by];
  const ask = (span: Span) =>
    tx
      .select({ ...keyed(key), figures })
      .from(bookings)
      .where(inWindow(tx, bookings.company_id, bookings.created_at, span))
      .groupBy(withTotals(key));
  return compose(tx, asked, now, {
    ask,
    ordered: { status: booking_statuses },
    weight: (row) => row.requested,
    nothing: {
      ...{ requested: 0, pending: 0, approved: 0, completed: 0, rejected: 0, cancelled: 0 },
      ...{ decision_median_seconds: null, decision_p90_seconds: null },
    },
  });
}

/** Tickets opened in the window, and how long an answer and a solution took. Source: view reports.tickets. */
export function readTickets(tx: Tx, asked: AskTickets, now = new Date()): Promise<TicketsReport> {
  const keys = {
    day: tickets.local_day,
    category: tickets.category,
    priority: tickets.priority,
    staff: tickets.assignee_id,
  };
  const figures = {
    opened: count,
    open: countIn(tickets.status, "open"),
    in_progress: countIn(tickets.status, "in_progress"),
    resolved: countIn(tickets.status, "resolved"),
    closed: countIn(tickets.status, "closed"),
    late: countWhere(sql`${tickets.is_overdue} or ${tickets.is_resolved_late}`),
    response_median_seconds: percentile(0.5, tickets.first_response_seconds),
    response_p90_seconds: percentile(0.9, tickets.first_response_seconds),
    resolution_median_seconds: percentile(0.5, tickets.resolution_seconds),
    resolution_p90_seconds: percentile(0.9, tickets.resolution_seconds),
  };
  const key = keys[asked.by];
  const ask = (span: Span) =>
    tx
      .select({ ...keyed(key), figures })
      .from(tickets)
      .where(inWindow(tx, tickets.company_id, tickets.created_at, span))
      .groupBy(withTotals(key));
  return compose(tx, asked, now, {
    ask,
    ordered: { category: ticket_categories, priority: [...ticket_priorities].reverse() },
    weight: (row) => row.opened,
    nothing: {
      ...{ opened: 0, open: 0, in_progress: 0, resolved: 0, closed: 0, late: 0 },
      ...{ response_median_seconds: null, response_p90_seconds: null },
      ...{ resolution_median_seconds: null, resolution_p90_seconds: null },
    },
  });
}
