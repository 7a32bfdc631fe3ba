import { and, eq, sql } from "drizzle-orm";
import type { AgentServices } from "#agents/ports.ts";
import { campaign_recipients, campaigns, dial_attempts } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";
import { pauseCampaign, setCampaignStatus } from "../steps.ts";
import { wakeDialler } from "../wake.ts";
import { giveUpDoubtful } from "./doubt.ts";
import { askAbout, type Candidate } from "./due.ts";
import { type Line, readLine } from "./line.ts";
import { countInFlight, remaining } from "./remaining.ts";

/** One dial that is written down and not made yet: whoever holds it makes it once, or nobody ever does. */
export interface Dial extends Candidate {
  attempt_id: string;
  attempt: number;
}

export interface Reserved {
  campaign: { id: string; type: "voice" | "chat"; script: string | null };
  line: Line;
  dials: Dial[];
}

const look_again_ms = 15_000;

/** Decides whom a running campaign dials now, and writes each down as a try before anybody dials: after the commit a try exists
 *  whatever happens to this process. Refused recipients keep the reason, with the next allowed instant if there is one. Sets the next
 *  look at the campaign, or ends it when nobody is left. Answers null when it is not running.
 *  Source: campaign_recipients, dial_attempts, app.may_dial. */
export async function reserveDials(
  tx: Tx,
  { campaign_id, agents, now }: { campaign_id: string; agents: AgentServices; now: string },
): Promise<Reserved | null> {
  // One dialler of a company at a time counts its calls: two would each see the same room.
  await tx.execute(sql`select pg_advisory_xact_lock(7225433, hashtext(${tx.company_id}))`);
  const [campaign] = await tx
    .select({ id: campaigns.id, type: campaigns.type, status: campaigns.status, script: campaigns.script })
    .from(campaigns)
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, campaign_id)))
    .for("update");
  if (campaign?.status !== "running") return null;
  const line = await readLine(tx, campaign.type, agents);
  if (line.lack !== null) {
    await pauseCampaign(tx, { id: campaign_id, reason: line.lack });
    return null;
  }
  await giveUpDoubtful(tx, campaign_id, now);
  if (!(await isRunning(tx, campaign_id))) return null; // Given up as failed, they may have been the ones too many.

  const room = line.at_once - (await countInFlight(tx, campaign.type));
  const asked = room > 0 ? await askAbout(tx, { campaign_id, now, room }) : { allowed: [], is_more: true };
  const dials: Dial[] = [];
  for (const candidate of asked.allowed) dials.push(await writeDown(tx, candidate, now));

  const left = await remaining(tx, campaign_id, now);
  if (left.waiting === 0 && left.dialling === 0) {
    await setCampaignStatus(tx, { id: campaign_id, status: "completed" });
  } else {
    // People are due but no call was free: calls of other campaigns end without telling this one.
    const soon = new Date(Date.parse(now) + (room > dials.length ? 0 : look_again_ms)).toISOString();
    const later = [left.next_at, left.doubt_at].filter((at) => at !== null).sort()[0];
    await wakeDialler(tx, campaign_id, asked.is_more && left.is_due ? soon : later);
  }
  return { campaign, line, dials };
}

async function isRunning(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ status: campaigns.status })
    .from(campaigns)
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id)));
  return row?.status === "running";
}

async function writeDown(tx: Tx, candidate: Candidate, now: string): Promise<Dial> {
  const own = and(
    eq(campaign_recipients.company_id, tx.company_id),
    eq(campaign_recipients.id, candidate.recipient_id),
  );
  // A retry passes through `pending`: the state machine knows no other way back.
  if (candidate.status !== "pending") await tx.update(campaign_recipients).set({ status: "pending" }).where(own);
  const attempt = candidate.attempts + 1;
  await tx
    .update(campaign_recipients)
    .set({
      status: "dialling",
      attempts: attempt,
      reason: null,
      next_attempt_at: null,
      version: sql`${campaign_recipients.version} + 1`,
    })
    .where(own);
  const [made] = await tx
    .insert(dial_attempts)
    .values({ company_id: tx.company_id, recipient_id: candidate.recipient_id, attempt, started_at: now })
    .returning({ id: dial_attempts.id });
  if (!made) throw new Error("A try was not written down.");
  return { ...candidate, attempt_id: made.id, attempt };
}
