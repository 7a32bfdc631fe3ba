import { and, eq, sql } from "drizzle-orm";
import { integrations } from "#drizzle/schema/integrations.ts";
import type { Context } from "#server/context.ts";
import { type Claims, inTenant, type Tx } from "#server/tenant.ts";
import { makeToolSecret } from "#server/tool-secrets.ts";
import { Conflict } from "../../errors.ts";
import { ensureIntegration, type IntegrationRow } from "./ensure.ts";
import { presentIntegration } from "./present.ts";
import type { Integration, RotatedToolSecret, SaveIntegration } from "./schema.ts";

type Asked = Pick<Context, "services"> & { claims: Claims };

/** The company's integration, made when there is none. Source: integrations. */
export async function readIntegration({ services, claims }: Asked): Promise<Integration> {
  const row = await inTenant(services.pool, claims, "write", ensureIntegration);
  return presentIntegration(row, services.agents);
}

/** Changes what is given. Throws Conflict("stale") with the current row. */
export async function saveIntegration({ services, claims }: Asked, input: SaveIntegration): Promise<Integration> {
  const row = await inTenant(services.pool, claims, "write", async (tx) => {
    const before = await ensureIntegration(tx);
    return change(tx, before, input, () => presentIntegration(before, services.agents));
  });
  return presentIntegration(row, services.agents);
}

async function change(
  tx: Tx,
  before: IntegrationRow,
  { version, ...values }: SaveIntegration,
  current: () => Integration,
): Promise<IntegrationRow> {
  const changed = await tx
    .update(integrations)
    .set({ ...values, version: sql`${integrations.version} + 1` })
    .where(
      and(
        eq(integrations.company_id, tx.company_id),
        eq(integrations.id, before.id),
        version === undefined ? undefined : eq(integrations.version, version),
      ),
    )
    .returning({ id: integrations.id });
  if (changed.length === 0) throw new Conflict("stale", "This was changed meanwhile.", current());
  return ensureIntegration(tx);
}

/** Another secret for the tools of the voice agent; the one before ends at once. The secret is in this answer and nowhere else. */
export async function rotateToolSecret(tx: Tx): Promise<RotatedToolSecret> {
  const { id } = await ensureIntegration(tx);
  const { secret, prefix, secret_hash } = makeToolSecret(tx.company_id);
  await tx
    .update(integrations)
    .set({
      tool_secret_hash: secret_hash,
      tool_secret_prefix: prefix,
      version: sql`${integrations.version} + 1`,
    })
    .where(and(eq(integrations.company_id, tx.company_id), eq(integrations.id, id)));
  return { secret, tool_secret_prefix: prefix };
}
