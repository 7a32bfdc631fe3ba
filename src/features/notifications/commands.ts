import { and, isNull, sql } from "drizzle-orm";
import { notifications } from "#drizzle/schema/notifications.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { countUnread, own } from "./queries.ts";
import type { MarkRead, Unread } from "./schema.ts";

/** Marks some of the caller's notifications read, or all; one that was read keeps its time. Answers how many are left.
 *  Throws NotFound, and marks none, when one of the ids is not his. */
export async function markNotificationsRead(tx: Tx, { ids }: MarkRead): Promise<Unread> {
  const wanted = ids && sql`${notifications.id} = any(${sql.param(ids)}::uuid[])`;
  if (ids) await requireOwn(tx, ids);
  await tx
    .update(notifications)
    .set({ read_at: new Date().toISOString() })
    .where(and(own(tx), isNull(notifications.read_at), wanted));
  return { unread: await countUnread(tx) };
}

async function requireOwn(tx: Tx, ids: string[]): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(notifications)
    .where(and(own(tx), sql`${notifications.id} = any(${sql.param(ids)}::uuid[])`));
  if (row?.count !== new Set(ids.map((id) => id.toLowerCase())).size) throw new NotFound("notification");
}
