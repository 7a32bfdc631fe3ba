import { and, asc, eq, gt, gte, sql } from "drizzle-orm";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { addDays, startOfZonedDay, zonedDay } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import { Limited } from "../../errors.ts";

/** What the playground may be used for. Counted from the rows themselves, so that all processes count alike. */
export const playground_limits = {
  /** Lines of one member of staff. */
  turns_a_minute: 20,
  /** Conversations begun by one member of staff. */
  conversations_an_hour: 40,
  /** Conversations of the company, in its own day. */
  conversations_a_day: 1_000,
  /** What the company's chats may cost in its own day, in millionths of a US dollar. */
  cost_usd_micros_a_day: 20_000_000,
};

/** Throws Limited when the caller or the company began as many conversations as it may. Source: conversations. */
export async function limitBegins(tx: Tx): Promise<void> {
  const { from, until } = today(tx);
  const hour_ago = new Date(Date.now() - 3_600_000).toISOString();
  const [begun] = await tx
    .select({
      today: sql<number>`count(*)::integer`,
      own: sql<number>`(count(*) filter (where ${isOwn(tx)} and ${conversations.started_at} > ${hour_ago}))::integer`,
    })
    .from(conversations)
    .where(and(isPlayground(tx), gte(conversations.started_at, earlier(from, hour_ago))));
  if ((begun?.own ?? 0) >= playground_limits.conversations_an_hour) throw new Limited(600);
  if ((begun?.today ?? 0) >= playground_limits.conversations_a_day) throw new Limited(secondsUntil(until));
}

/** Throws Limited when the caller said as much in the last minute as he may, or the company's chats cost as much today as they
 *  may. Source: conversations, messages. */
export async function limitTurns(tx: Tx): Promise<void> {
  const minute_ago = new Date(Date.now() - 60_000).toISOString();
  const said = await tx
    .select({ at: messages.created_at })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.company_id, messages.company_id), eq(conversations.id, messages.conversation_id)),
    )
    .where(
      and(
        isPlayground(tx),
        isOwn(tx),
        eq(conversations.status, "in_progress"),
        eq(messages.speaker, "customer"),
        gt(messages.created_at, minute_ago),
      ),
    )
    .orderBy(asc(messages.created_at));
  const oldest = said.at(-playground_limits.turns_a_minute);
  if (oldest) throw new Limited(Math.max(1, Math.ceil((Date.parse(oldest.at) + 60_000 - Date.now()) / 1000)));
  const { from, until } = today(tx);
  const [spent] = await tx
    .select({ micros: sql<string>`coalesce(sum(${conversations.cost_usd_micros}), 0)` })
    .from(conversations)
    .where(and(isPlayground(tx), gte(conversations.started_at, from)));
  if (Number(spent?.micros ?? 0) >= playground_limits.cost_usd_micros_a_day) throw new Limited(secondsUntil(until));
}

const isPlayground = (tx: Tx) =>
  and(
    eq(conversations.company_id, tx.company_id),
    eq(conversations.type, "chat"),
    eq(conversations.channel, "playground"),
  );
const isOwn = (tx: Tx) => sql`${conversations.created_by} is not distinct from ${tx.user_id}::uuid`;
const earlier = (one: string, other: string) => (one < other ? one : other);
const secondsUntil = (instant: string) => Math.max(1, Math.ceil((Date.parse(instant) - Date.now()) / 1000));

function today({ company: { timezone } }: Tx): { from: string; until: string } {
  const day = zonedDay(new Date(), timezone);
  return {
    from: startOfZonedDay(day, timezone).toISOString(),
    until: startOfZonedDay(addDays(day, 1), timezone).toISOString(),
  };
}
