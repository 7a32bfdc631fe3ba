import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { voice_sessions } from "#drizzle/schema/voice-sessions.ts";
import type { Tx } from "#server/tenant.ts";
import { Limited } from "../../errors.ts";

/** Sessions cost money from their first second. */
export const limits = { user_an_hour: 30, company_an_hour: 300, user_open: 3 } as const;
const hour_ms = 3_600_000;

/** Throws Limited when the person or the company has opened too many sessions. Source: voice_sessions. */
export async function refuseTooMany(tx: Tx, user_id: string): Promise<void> {
  const since = new Date(Date.now() - hour_ms).toISOString();
  const mine = sql`${voice_sessions.user_id} = ${user_id}`;
  const isOpen = and(isNull(voice_sessions.ended_at), sql`${voice_sessions.expires_at} > now()`);
  const [count] = await tx
    .select({
      company: sql<number>`count(*)::integer`,
      user: sql<number>`(count(*) filter (where ${mine}))::integer`,
      open: sql<number>`(count(*) filter (where ${mine} and ${isOpen}))::integer`,
    })
    .from(voice_sessions)
    .where(and(eq(voice_sessions.company_id, tx.company_id), gt(voice_sessions.created_at, since)));
  if (!count) return;
  if (count.open >= limits.user_open) throw new Limited(60);
  if (count.user >= limits.user_an_hour || count.company >= limits.company_an_hour) throw new Limited(600);
}
