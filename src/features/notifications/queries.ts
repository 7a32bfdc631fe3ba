import { and, desc, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { notifications } from "#drizzle/schema/notifications.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import type { ListNotifications, NotificationPage } from "./schema.ts";
import { canOpen } from "./subjects.ts";

/** The caller's own: the fence is the company's, so this condition is what keeps colleagues apart. */
export const own = (tx: Tx) =>
  and(eq(notifications.company_id, tx.company_id), sql`${notifications.user_id} = ${tx.user_id}::uuid`);

/** The caller's notifications, newest first, and how many he has not read. One page of at most 100.
 *  Throws Invalid("cursor"). Source: notifications. */
export async function listNotifications(tx: Tx, input: ListNotifications): Promise<NotificationPage> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const [found, unread] = await Promise.all([
    tx
      .select({
        id: notifications.id,
        kind: notifications.kind,
        subject_table: notifications.subject_table,
        subject_id: notifications.subject_id,
        can_open: canOpen(tx),
        params: notifications.params,
        read_at: notifications.read_at,
        created_at: notifications.created_at,
      })
      .from(notifications)
      .where(
        and(
          own(tx),
          input.unread_only ? isNull(notifications.read_at) : undefined,
          from ? sql`(${notifications.created_at}, ${notifications.id}) < (${from[0]}, ${from[1]})` : undefined,
        ),
      )
      .orderBy(desc(notifications.created_at), desc(notifications.id))
      .limit(literalLimit(input.limit + 1)),
    countUnread(tx),
  ]);
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { notifications: page, unread, next_cursor };
}

/** How many of the caller's notifications he has not read. Source: notifications. */
export async function countUnread(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(notifications)
    .where(and(own(tx), isNull(notifications.read_at)));
  return row?.count ?? 0;
}
