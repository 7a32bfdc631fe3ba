import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type SignedUrl, VendorError, type VoiceProvider } from "#agents/ports.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { integrations } from "#drizzle/schema/integrations.ts";
import { voice_sessions } from "#drizzle/schema/voice-sessions.ts";
import { currentAgent } from "#features/agents/queries.ts";
import type { CurrentAgent } from "#features/agents/schema.ts";
import { pollLater } from "#features/calls/poll-later.ts";
import { ensureIntegration } from "#features/integrations/ensure.ts";
import { actingUser } from "#server/acting-user.ts";
import type { Context } from "#server/context.ts";
import { type Claims, inTenant, type Tx } from "#server/tenant.ts";
import { Conflict, Limited, Unavailable } from "../../errors.ts";
import { refuseTooMany } from "./limits.ts";
import type { StartVoiceSession, VoiceSession } from "./schema.ts";

/** The vendor's talk may last ten minutes after it was opened, which it may be for fifteen: then it is asked for. */
const first_poll_seconds = 120;

/** Mints the permission for one voice session and makes its conversation, which goes on from now. The vendor is asked between
 *  the two transactions. Throws Limited, Conflict("agent_not_linked") when no agent at the vendor speaks for the company, and
 *  what the vendor's faults become: Limited, or Unavailable whose message is "voice_" and the fault. */
export async function startVoiceSession(
  ctx: Pick<Context, "services"> & { claims: Claims },
  { mode }: StartVoiceSession,
): Promise<VoiceSession> {
  const { pool, agents } = ctx.services;
  const user_id = actingUser(ctx.claims);
  const { agent, hook_id } = await inTenant(pool, ctx.claims, "write", async (tx) => {
    await refuseTooMany(tx, user_id);
    const integration = await ensureIntegration(tx);
    return { agent: await currentAgent(tx, "voice"), hook_id: integration.hook_id };
  });
  const vendor_agent_id = agent.vendor_agent_id ?? agents.defaultVoiceAgent(hook_id);
  if (!vendor_agent_id)
    throw new Conflict("agent_not_linked", "The voice agent is not joined to an agent of the vendor.");
  const signed = await askFor(agents.voice, vendor_agent_id);
  return inTenant(pool, ctx.claims, "write", async (tx) => {
    const made = await openSession(tx, { agent, mode, signed, user_id, vendor: agents.voice.vendor });
    return {
      ...made,
      mode,
      signed_url: signed.signed_url,
      expires_at: signed.expires_at,
      is_simulated: agents.voice.is_simulated,
      language: agent.language,
    };
  });
}

interface Opening extends StartVoiceSession {
  agent: CurrentAgent;
  signed: SignedUrl;
  user_id: string;
  vendor: string;
}

async function openSession(tx: Tx, { agent, mode, signed, user_id, vendor }: Opening) {
  // Counted again behind a lock: sessions asked for at once have all passed the first count.
  await tx
    .select({ id: integrations.id })
    .from(integrations)
    .where(eq(integrations.company_id, tx.company_id))
    .for("update");
  await refuseTooMany(tx, user_id);
  const [conversation_id, id] = [uuidv7(), uuidv7()];
  await tx.insert(conversations).values({
    company_id: tx.company_id,
    id: conversation_id,
    type: "voice",
    channel: "playground",
    status: "in_progress",
    mode,
    direction: "inbound",
    agent_name: agent.name,
    agent_version: agent.version,
    language: agent.language,
    vendor,
    vendor_conversation_id: signed.vendor_conversation_id,
    created_by: user_id,
    started_at: new Date().toISOString(),
  });
  await tx.insert(voice_sessions).values({
    company_id: tx.company_id,
    id,
    user_id,
    conversation_id,
    vendor,
    vendor_session_id: signed.vendor_conversation_id,
    expires_at: signed.expires_at,
  });
  await pollLater(tx, conversation_id, 0, first_poll_seconds);
  return { id, conversation_id };
}

async function askFor(voice: VoiceProvider, vendor_agent_id: string): Promise<SignedUrl> {
  try {
    return await voice.signedUrl(vendor_agent_id);
  } catch (failure) {
    if (!(failure instanceof VendorError)) throw failure;
    if (failure.fault === "rate_limited") throw new Limited(failure.retry_after_seconds ?? 30);
    if (failure.fault === "not_found") {
      throw new Conflict("agent_not_linked", "The vendor knows no such agent.");
    }
    throw new Unavailable(`voice_${failure.fault}`, { cause: failure });
  }
}
