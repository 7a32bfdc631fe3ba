import { and, eq, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import type { Tx } from "#server/tenant.ts";

/** Until the transaction ends, nobody else approves or moves a viewing of the same properties or members of staff. Two that
 *  meet on one time would otherwise each enter the exclusion constraint, wait for the other, and be given up by the database
 *  after a second (1 in 150 of four at once). Taken in one order, before any row is touched, so that nobody waits in a circle;
 *  not in one query with the table, or a distributed server would take them on the shard's own node. `another` is a property or
 *  a member of staff that no viewing of these names yet. */
export async function holdTimes(tx: Tx, ids: readonly string[], another: string | null = null): Promise<void> {
  const held = await tx
    .select({ property: bookings.property_id, staff: bookings.staff_id })
    .from(bookings)
    .where(and(eq(bookings.company_id, tx.company_id), sql`${bookings.id} = any(${sql.param([...ids])}::uuid[])`));
  const wanted = [...held.flatMap(({ property, staff }) => [property, staff]), another].filter((id) => id !== null);
  const keys = [...new Set(wanted)].sort().map((id) => `${tx.company_id} ${id}`);
  if (keys.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(key, 0))
    from unnest(${sql.param(keys)}::text[]) with ordinality as wanted (key, place) order by place`);
}
