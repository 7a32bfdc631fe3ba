import { and, eq, inArray } from "drizzle-orm";
import { users } from "#drizzle/schema/users.ts";
import { permissions } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";
import { notify } from "./notify.ts";
import { told_to } from "./subjects.ts";

/** Tells every active colleague whose role is told of this kind, but the one who acts; each as `notify` does. */
export async function notifyEntitled(tx: Tx, notice: Omit<Parameters<typeof notify>[1], "user_id">): Promise<void> {
  const entitled = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.company_id, tx.company_id),
        eq(users.is_active, true),
        inArray(users.role, [...permissions[told_to[notice.kind]]]),
      ),
    );
  for (const { id } of entitled) if (id !== tx.user_id) await notify(tx, { user_id: id, ...notice });
}
