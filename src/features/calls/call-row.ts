import { and, eq, sql } from "drizzle-orm";
import type { CallReport } from "#agents/ports.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { voice_sessions } from "#drizzle/schema/voice-sessions.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { speakerOf } from "./own-agents.ts";

export type Call = Pick<CallReport, "vendor" | "vendor_conversation_id"> &
  Partial<Pick<CallReport, "vendor_agent_id" | "direction" | "phone" | "started_at">>;

const held = {
  id: conversations.id,
  customer_id: conversations.customer_id,
  status: conversations.status,
  mode: conversations.mode,
  channel: conversations.channel,
  direction: conversations.direction,
  outcome: conversations.outcome,
  language: conversations.language,
  summary: conversations.summary,
  extracted: conversations.extracted,
  end_reason: conversations.end_reason,
  cost_usd_micros: conversations.cost_usd_micros,
  started_at: conversations.started_at,
  ended_at: conversations.ended_at,
  duration_seconds: conversations.duration_seconds,
  settled_at: conversations.settled_at,
  audio_key: conversations.audio_key,
};

/** THE conversation of one call at the vendor, locked until the transaction ends, and made when nobody has told of it yet.
 *  Everybody who hears of a call comes through here: webhook, poller, tools, the browser. Two at once make one row.
 *  A browser session's call is the conversation that the session opened with. Source: conversations, voice_sessions. */
export async function callRow(tx: Tx, call: Call): Promise<CallRow & { is_new: boolean }> {
  const key = `${tx.company_id}:${call.vendor}:${call.vendor_conversation_id}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const known = await byVendorId(tx, call);
  if (known) return { ...known, is_new: false };
  const opened = await claimSession(tx, call);
  if (opened) return { ...opened, is_new: false };
  return { ...(await makeRow(tx, call)), is_new: true };
}

/** A conversation of this company, locked. Throws NotFound. Source: conversations. */
export async function lockCallRow(tx: Tx, id: string): Promise<CallRow> {
  const [row] = await tx
    .select(held)
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)))
    .for("update");
  if (!row) throw new NotFound("conversation");
  return row;
}
export type CallRow = Pick<typeof conversations.$inferSelect, keyof typeof held>;

async function byVendorId(tx: Tx, { vendor, vendor_conversation_id }: Call): Promise<CallRow | undefined> {
  const [row] = await tx
    .select(held)
    .from(conversations)
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.vendor, vendor),
        eq(conversations.vendor_conversation_id, vendor_conversation_id),
      ),
    )
    .for("update");
  return row;
}

async function claimSession(tx: Tx, { vendor, vendor_conversation_id }: Call): Promise<CallRow | null> {
  const [session] = await tx
    .select({ conversation_id: voice_sessions.conversation_id })
    .from(voice_sessions)
    .where(
      and(
        eq(voice_sessions.company_id, tx.company_id),
        eq(voice_sessions.vendor, vendor),
        eq(voice_sessions.vendor_session_id, vendor_conversation_id),
      ),
    );
  if (!session?.conversation_id) return null;
  await tx
    .update(conversations)
    .set({ vendor_conversation_id })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, session.conversation_id)));
  return lockCallRow(tx, session.conversation_id);
}

async function makeRow(tx: Tx, call: Call): Promise<CallRow> {
  const speaker = await speakerOf(tx, call.vendor_agent_id ?? null);
  const [row] = await tx
    .insert(conversations)
    .values({
      company_id: tx.company_id,
      type: "voice",
      status: "in_progress",
      channel: "phone",
      direction: call.direction ?? "inbound",
      agent_name: speaker.name,
      agent_version: speaker.version,
      language: speaker.language,
      vendor: call.vendor,
      vendor_conversation_id: call.vendor_conversation_id,
      started_at: call.started_at ?? new Date().toISOString(),
    })
    .returning(held);
  if (!row) throw new NotFound("conversation");
  return row;
}
