import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { integrations } from "#drizzle/schema/integrations.ts";
import { users } from "#drizzle/schema/users.ts";
import { notify } from "#features/notifications/notify.ts";
import type { Tx } from "#server/tenant.ts";

export type DeliveryFault = "signature" | "body" | "foreign_agent";

const failures_that_alarm = 5;
const minute_ms = 60_000;

/** A delivery was good: the streak of refused ones ends. Source: integrations. */
export async function recordDelivery(tx: Tx): Promise<void> {
  await tx
    .update(integrations)
    .set({ last_event_at: new Date().toISOString(), failures: 0 })
    .where(eq(integrations.company_id, tx.company_id));
}

/** A delivery was refused: counted once a minute at most, or a flood would be a flood of writes. From the fifth in a row admins
 *  are told, once a streak; a streak is known by the last good delivery before it. Source: integrations. */
export async function recordFailure(tx: Tx, fault: DeliveryFault, now = Date.now()): Promise<void> {
  const [counted] = await tx
    .update(integrations)
    .set({
      failures: sql`${integrations.failures} + 1`,
      last_failure_at: new Date(now).toISOString(),
      last_failure: fault,
    })
    .where(
      and(
        eq(integrations.company_id, tx.company_id),
        or(
          isNull(integrations.last_failure_at),
          lt(integrations.last_failure_at, new Date(now - minute_ms).toISOString()),
          eq(integrations.failures, 0),
        ),
      ),
    )
    .returning({
      id: integrations.id,
      hook_id: integrations.hook_id,
      failures: integrations.failures,
      last_event_at: integrations.last_event_at,
    });
  if (!counted || counted.failures < failures_that_alarm) return;
  for (const admin of await activeAdmins(tx)) {
    await notify(tx, {
      user_id: admin.id,
      kind: "webhook_failing",
      event_key: `webhook_failing:${counted.last_event_at ?? "never"}`,
      subject_table: "integrations",
      subject_id: counted.id,
      params: { url: `/api/webhooks/elevenlabs/${counted.hook_id}` },
    });
  }
}

const activeAdmins = (tx: Tx) =>
  tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.role, "admin"), eq(users.is_active, true)));
