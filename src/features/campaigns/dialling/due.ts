import { and, asc, eq, sql } from "drizzle-orm";
import { campaign_recipients } from "#drizzle/schema/campaigns.ts";
import { customers } from "#drizzle/schema/customers.ts";
import type { recipient_statuses } from "#drizzle/values.ts";
import { literalLimit } from "#server/literal-limit.ts";
import type { Tx } from "#server/tenant.ts";
import { isWaiting } from "./remaining.ts";

/** Somebody whose turn it is. */
export interface Candidate {
  recipient_id: string;
  customer_id: string | null;
  phone: string;
  name: string | null;
  status: (typeof recipient_statuses)[number];
  attempts: number;
}

const at_most = 200;

/** Asks the database about those whose turn it is, and writes down why the others may not be dialled: for good, or until the next
 *  allowed instant. At most `room` are allowed. `is_more`: not everybody due was asked about. Source: app.may_dial. */
export async function askAbout(
  tx: Tx,
  { campaign_id, now, room }: { campaign_id: string; now: string; room: number },
): Promise<{ allowed: Candidate[]; is_more: boolean }> {
  const due = await tx
    .select({
      recipient_id: campaign_recipients.id,
      customer_id: campaign_recipients.customer_id,
      phone: campaign_recipients.phone,
      name: sql<string | null>`(select ${customers.name} from ${customers}
        where ${customers.company_id} = ${campaign_recipients.company_id} and ${customers.id} = ${campaign_recipients.customer_id})`,
      status: campaign_recipients.status,
      attempts: campaign_recipients.attempts,
    })
    .from(campaign_recipients)
    .where(
      and(
        eq(campaign_recipients.company_id, tx.company_id),
        eq(campaign_recipients.campaign_id, campaign_id),
        isWaiting,
        sql`coalesce(${campaign_recipients.next_attempt_at} <= ${now}, true)`,
      ),
    )
    .orderBy(asc(campaign_recipients.id))
    .limit(literalLimit(at_most))
    .for("update", { skipLocked: true });
  const answers = await verdicts(tx, due, now);
  const allowed: Candidate[] = [];
  let isFull = false;
  for (const candidate of due) {
    const verdict = answers.get(candidate.recipient_id);
    if (!verdict) continue;
    if (verdict.reason !== null) await putOff(tx, candidate, verdict.reason, verdict.next_at);
    else if (allowed.length < room) allowed.push(candidate);
    else isFull = true;
  }
  return { allowed, is_more: isFull || due.length === at_most };
}

async function verdicts(tx: Tx, due: readonly Candidate[], now: string) {
  const ids = due.map(({ recipient_id }) => recipient_id);
  const rows = await tx.execute<{ id: string; reason: string | null; next_at: string | null }>(sql`
    select d.id, m.reason, m.next_at::text as next_at
      from unnest(${sql.param(ids)}::uuid[]) d (id)
     cross join lateral app.may_dial(d.id, ${now}) m`);
  return new Map(rows.map(({ id, reason, next_at }) => [id, { reason, next_at }]));
}

/** Who was tried before keeps what came of it; who never was and never may be is skipped. */
async function putOff(tx: Tx, { recipient_id, status }: Candidate, reason: string, next_at: string | null) {
  const isOver = next_at === null;
  await tx
    .update(campaign_recipients)
    .set({
      reason,
      next_attempt_at: isOver ? null : new Date(next_at).toISOString(),
      ...(isOver && status === "pending" && { status: "skipped" }),
      version: sql`${campaign_recipients.version} + 1`,
    })
    .where(and(eq(campaign_recipients.company_id, tx.company_id), eq(campaign_recipients.id, recipient_id)));
}
