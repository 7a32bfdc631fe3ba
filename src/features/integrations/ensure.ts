import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { integrations } from "#drizzle/schema/integrations.ts";
import type { Tx } from "#server/tenant.ts";
import { Unavailable } from "../../errors.ts";

// Never the secret's hash: the acting roles may write it, not read it.
const columns = {
  id: integrations.id,
  hook_id: integrations.hook_id,
  tool_secret_prefix: integrations.tool_secret_prefix,
  phone_number_id: integrations.phone_number_id,
  phone_provider: integrations.phone_provider,
  dial_concurrency: integrations.dial_concurrency,
  last_event_at: integrations.last_event_at,
  failures: integrations.failures,
  last_failure_at: integrations.last_failure_at,
  last_failure: integrations.last_failure,
  version: integrations.version,
};

/** The company's one row; null before anything of the vendor was used. Source: integrations. */
export async function findIntegration(tx: Tx) {
  const [row] = await tx.select(columns).from(integrations).where(eq(integrations.company_id, tx.company_id));
  return row ?? null;
}
export type IntegrationRow = NonNullable<Awaited<ReturnType<typeof findIntegration>>>;

/** The company's one row, made at its first use with a random address for the webhook. Two at once make one.
 *  Source: integrations, door app.claim_hook. */
export async function ensureIntegration(tx: Tx): Promise<IntegrationRow> {
  const known = await findIntegration(tx);
  if (known) return known;
  // The lock comes before the claim, or the one who yields would leave an address that leads to nothing.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`integrations:${tx.company_id}`}, 0))`);
  const meanwhile = await findIntegration(tx);
  if (meanwhile) return meanwhile;
  const hook_id = randomBytes(16).toString("hex");
  const [claimed] = await tx.execute<{ is_claimed: boolean }>(sql`select app.claim_hook(${hook_id}) as is_claimed`);
  if (!claimed?.is_claimed) throw new Unavailable("The webhook's address is taken. Try again.");
  const [made] = await tx.insert(integrations).values({ company_id: tx.company_id, hook_id }).returning(columns);
  if (!made) throw new Unavailable("The integration could not be made.");
  return made;
}
