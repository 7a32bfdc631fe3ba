import { and, eq, isNull, sql } from "drizzle-orm";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { voice_sessions } from "#drizzle/schema/voice-sessions.ts";
import { lockCallRow } from "#features/calls/call-row.ts";
import { pollLater } from "#features/calls/poll-later.ts";
import { runToolInCall } from "#features/calls/run-tool-in-call.ts";
import { heard_spacing } from "#features/calls/transcript.ts";
import type { Context } from "#server/context.ts";
import { type Claims, inTenant, type Tx } from "#server/tenant.ts";
import { Conflict } from "../../errors.ts";
import { ownSession } from "./own-session.ts";
import type { EndedVoiceSession, EndVoiceSession, HearLines, UsedTool, UseTool } from "./schema.ts";

/** Runs a tool that the voice agent called in the browser, as the machine and not as the person: what it may do is the
 *  machine's own narrow set. Throws NotFound for a session of somebody else, and Conflict("session_ended"). */
export async function runSessionTool(
  { services, claims }: Pick<Context, "services"> & { claims: Claims },
  { id, call_id, name, arguments: args }: UseTool,
): Promise<UsedTool> {
  const machine: Claims = { ...claims, user_id: null, role: "voice_agent", session_handle: null, api_key: null };
  return inTenant(services.pool, machine, "write", async (tx) => {
    const session = await ownSession(tx, id, claims.user_id);
    if (session.ended_at !== null) throw new Conflict("session_ended", "This session is over.");
    return runToolInCall(tx, { conversation_id: session.conversation_id, call_id, name, arguments: args });
  });
}

/** Keeps lines as they are heard; lines that are there already stay as they are, and after the vendor's final transcript
 *  nothing is added. Throws NotFound. Source: messages. */
export async function hearLines(tx: Tx, { id, from, lines }: HearLines): Promise<{ saved: number }> {
  const { conversation_id } = await ownSession(tx, id, tx.user_id);
  const call = await lockCallRow(tx, conversation_id);
  if (call.settled_at !== null) return { saved: 0 };
  const saved = await tx
    .insert(messages)
    .values(
      lines.map((line, index) => ({
        company_id: tx.company_id,
        conversation_id,
        position: (from + index) * heard_spacing,
        ...line,
      })),
    )
    .onConflictDoNothing({ target: [messages.company_id, messages.conversation_id, messages.position] })
    .returning({ id: messages.id });
  return { saved: saved.length };
}

/** The browser's own end of a session; said again it changes nothing. The vendor's account is asked for soon after, and says
 *  more. Throws NotFound. Source: voice_sessions, conversations. */
export async function endVoiceSession(tx: Tx, input: EndVoiceSession): Promise<EndedVoiceSession> {
  const session = await ownSession(tx, input.id, tx.user_id);
  const { id, conversation_id } = session;
  if (session.ended_at !== null) return { id, conversation_id, ended_at: session.ended_at };
  const ended_at = new Date().toISOString();
  const named = await nameCall(tx, session, input.vendor_conversation_id ?? null);
  await tx
    .update(voice_sessions)
    .set({ ended_at, end_reason: input.reason, vendor_session_id: named })
    .where(and(eq(voice_sessions.company_id, tx.company_id), eq(voice_sessions.id, id)));
  const call = await lockCallRow(tx, conversation_id);
  if (call.settled_at === null) {
    const failed = input.reason === "error" || input.reason === "quota" || input.reason === "microphone";
    await tx
      .update(conversations)
      .set({
        status: failed ? "failed" : "ended",
        ended_at,
        end_reason: input.reason,
        duration_seconds: input.duration_seconds ?? null,
        vendor_conversation_id: named,
        version: sql`${conversations.version} + 1`,
      })
      .where(
        and(
          eq(conversations.company_id, tx.company_id),
          eq(conversations.id, conversation_id),
          isNull(conversations.settled_at),
        ),
      );
    await pollLater(tx, conversation_id);
  }
  return { id, conversation_id, ended_at };
}

/** The vendor's name of the call: what the vendor said at the start, else what the browser says now, if no other conversation
 *  has it. A browser may say anything; whose call it is, is seen when the vendor's account of it comes. */
async function nameCall(
  tx: Tx,
  { vendor, vendor_session_id }: { vendor: string; vendor_session_id: string | null },
  told: string | null,
): Promise<string | null> {
  if (vendor_session_id !== null || told === null) return vendor_session_id;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.company_id}:${vendor}:${told}`}, 0))`);
  const [taken] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.vendor, vendor),
        eq(conversations.vendor_conversation_id, told),
      ),
    );
  return taken ? null : told;
}
