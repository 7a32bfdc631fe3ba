import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { bookings } from "#drizzle/schema/bookings.ts";
import { campaign_recipients, campaigns, dial_attempts } from "#drizzle/schema/campaigns.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { minorToDecimal } from "#lib/money.ts";
import { formatDuration } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import { actor, actorColumns, agentColumns, agentOf, joined, type Loader, staff } from "./history-actors.ts";

export const loadConversations: Loader = async (tx, ids) => {
  const found = await tx
    .select({
      id: conversations.id,
      at: conversations.started_at,
      title: conversations.summary,
      type: conversations.type,
      mode: conversations.mode,
      direction: conversations.direction,
      status: conversations.status,
      outcome: conversations.outcome,
      duration_seconds: conversations.duration_seconds,
      handed_over_to: { id: staff.id, name: staff.name },
      ...agentColumns,
    })
    .from(conversations)
    .leftJoin(staff, joined(staff, conversations.company_id, conversations.handed_over_to))
    .where(and(eq(conversations.company_id, tx.company_id), inArray(conversations.id, ids)));
  return found.map(({ agent_name, agent_gender, ...row }) => ({
    kind: "conversation",
    ...row,
    duration: row.duration_seconds === null ? null : formatDuration(row.duration_seconds),
    actor_kind: row.type === "voice" ? "voice_agent" : "chat_agent",
    actor: null,
    agent: agentOf({ agent_name, agent_gender }),
  }));
};

/** Viewings, with the colleague in `person` as the one who acted. */
async function loadViewings(tx: Tx, ids: string[], person: PgColumn) {
  const found = await tx
    .select({
      id: bookings.id,
      at: bookings.created_at,
      title: properties.title,
      title_en: properties.title_en,
      number: bookings.number,
      status: bookings.status,
      property_id: bookings.property_id,
      starts_at: bookings.starts_at,
      ends_at: bookings.ends_at,
      staff: { id: staff.id, name: staff.name },
      price_minor: bookings.price_minor,
      currency: bookings.currency,
      reject_reason: bookings.reject_reason,
      source: bookings.source,
      actor: actorColumns,
      ...agentColumns,
    })
    .from(bookings)
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .leftJoin(staff, joined(staff, bookings.company_id, bookings.staff_id))
    .leftJoin(actor, joined(actor, bookings.company_id, person))
    .leftJoin(
      conversations,
      and(eq(conversations.company_id, bookings.company_id), eq(conversations.id, bookings.conversation_id)),
    )
    .where(and(eq(bookings.company_id, tx.company_id), inArray(bookings.id, ids)));
  return found.map(({ number, price_minor, agent_name, agent_gender, ...row }) => ({
    ...row,
    reference: `VB-${number}`,
    price: price_minor === null ? null : minorToDecimal(price_minor, row.currency),
    agent: agentOf({ agent_name, agent_gender }),
  }));
}

export const loadBookings: Loader = async (tx, ids) =>
  (await loadViewings(tx, ids, bookings.created_by)).map(({ source, ...row }) => ({
    kind: "booking",
    ...row,
    actor_kind: source,
    agent: source === "staff" ? null : row.agent,
  }));

export const loadDecisions: Loader = async (tx, ids) =>
  (await loadViewings(tx, ids, bookings.decided_by)).map(({ source: _source, ...row }) => ({
    kind: "booking_decision",
    ...row,
    decision: row.status === "rejected" || row.status === "cancelled" ? row.status : "approved",
    actor_kind: row.actor ? "staff" : "system",
    agent: null,
  }));

export const loadTickets: Loader = async (tx, ids) => {
  const found = await tx
    .select({
      id: tickets.id,
      at: tickets.created_at,
      title: tickets.subject,
      number: tickets.number,
      status: tickets.status,
      category: tickets.category,
      priority: tickets.priority,
      actor_kind: tickets.source,
      actor: actorColumns,
      ...agentColumns,
    })
    .from(tickets)
    .leftJoin(actor, joined(actor, tickets.company_id, tickets.created_by))
    .leftJoin(
      conversations,
      and(eq(conversations.company_id, tickets.company_id), eq(conversations.id, tickets.conversation_id)),
    )
    .where(and(eq(tickets.company_id, tx.company_id), inArray(tickets.id, ids)));
  return found.map(({ number, agent_name, agent_gender, ...row }) => ({
    kind: "ticket",
    ...row,
    reference: `TK-${number}`,
    agent: row.actor_kind === "staff" ? null : agentOf({ agent_name, agent_gender }),
  }));
};

export const loadCampaignContacts: Loader = async (tx, ids, customer_id) => {
  const id = sql<string>`coalesce(${dial_attempts.id}, ${campaign_recipients.id})`;
  const found = await tx
    .select({
      id,
      at: campaign_recipients.updated_at,
      title: campaigns.name,
      campaign_id: campaigns.id,
      type: campaigns.type,
      dialled: dial_attempts.id,
      dial_outcome: dial_attempts.outcome,
      status: campaign_recipients.status,
      attempt: sql<number>`coalesce(${dial_attempts.attempt}, ${campaign_recipients.attempts})`,
    })
    .from(campaign_recipients)
    .innerJoin(
      campaigns,
      and(eq(campaigns.company_id, campaign_recipients.company_id), eq(campaigns.id, campaign_recipients.campaign_id)),
    )
    .leftJoin(
      dial_attempts,
      and(
        eq(dial_attempts.company_id, campaign_recipients.company_id),
        eq(dial_attempts.recipient_id, campaign_recipients.id),
      ),
    )
    .where(
      and(
        eq(campaign_recipients.company_id, tx.company_id),
        eq(campaign_recipients.customer_id, customer_id),
        inArray(id, ids),
      ),
    );
  return found.map(({ dialled, dial_outcome, status, ...row }) => ({
    kind: "campaign_contact",
    ...row,
    outcome: dialled === null ? status : dial_outcome,
    actor_kind: row.type === "voice" ? "voice_agent" : "chat_agent",
    actor: null,
    agent: null,
  }));
};
