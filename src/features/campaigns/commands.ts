import { and, eq } from "drizzle-orm";
import { campaigns } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { requireAudience } from "./audience.ts";
import { getCampaign, lockCampaign } from "./queries.ts";
import type { Campaign, CreateCampaign, UpdateCampaign } from "./schema.ts";
import { wakeAtItsTime } from "./wake.ts";

/** A new campaign: scheduled when it has a time, else a draft. Nobody is a recipient before it starts.
 *  Throws NotFound for an owner or a listing in the audience that is not the company's. */
export async function createCampaign(tx: Tx, input: CreateCampaign): Promise<Campaign> {
  if (input.audience) await requireAudience(tx, input.audience);
  const [row] = await tx
    .insert(campaigns)
    .values({
      company_id: tx.company_id,
      name: input.name,
      type: input.type,
      status: input.scheduled_at ? "scheduled" : "draft",
      script: input.script ?? null,
      audience: input.audience ?? {},
      scheduled_at: input.scheduled_at ?? null,
      created_by: tx.user_id,
    })
    .returning({ id: campaigns.id });
  if (!row) throw new NotFound("campaign");
  if (input.scheduled_at) await wakeAtItsTime(tx, row.id, input.scheduled_at);
  return getCampaign(tx, row.id);
}

/** Changes a draft; its type stays. Throws NotFound, and Conflict ("not_draft" once it is scheduled or started, "stale"),
 *  each with the current row. */
export async function updateCampaign(tx: Tx, { id, version, ...changes }: UpdateCampaign): Promise<Campaign> {
  const before = await lockCampaign(tx, id);
  if (before.status !== "draft") {
    throw new Conflict("not_draft", "Only a draft can be changed.", await getCampaign(tx, id));
  }
  if (version !== undefined && version !== before.version) {
    throw new Conflict("stale", "This campaign was changed meanwhile.", await getCampaign(tx, id));
  }
  if (changes.audience) await requireAudience(tx, changes.audience);
  await tx
    .update(campaigns)
    .set({ ...changes, version: before.version + 1 })
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id)));
  return getCampaign(tx, id);
}
