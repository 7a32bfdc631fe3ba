import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { stage_changes } from "#drizzle/schema/customers.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { loadEntries } from "./history-entries.ts";
import type { CustomerHistory, HistoryEntry, HistorySubject, ReadHistory } from "./history-schema.ts";
import { type HistoryKind, history_kinds, readableSources, type Source } from "./history-sources.ts";
import { getKeptCustomer } from "./queries.ts";
import { isVisible } from "./visible.ts";

/** Where an entry stands in the timeline's order, all descending. */
type Place = readonly [at: string, kind: HistoryKind, id: string];

/** One page of a customer's timeline, newest first, steady under paging; of one subject when asked. Of what the role may not
 *  read there is nothing. A merged record answers with the history of whom it was merged into. Throws NotFound and
 *  Invalid("cursor"). Source: conversations, bookings, tickets, campaign_recipients, dial_attempts, stage_changes, notes,
 *  audit_log (merges). */
export async function readHistory(tx: Tx, input: ReadHistory): Promise<CustomerHistory> {
  const from = after(input.cursor, z.tuple([instant(), z.enum(history_kinds), id()]));
  const customer = await getKeptCustomer(tx, input.id);
  const sources = readableSources(tx).filter(({ subject }) => !input.subject || subject === input.subject);
  const places = await listPlaces(tx, customer.id, sources, { from, most: input.limit + 1 });
  const { page, next_cursor } = pageOf(places, input.limit, (place) => place);
  const history = await loadEntries(tx, customer.id, page);
  const of = <Kind extends HistoryKind>(kind: Kind) =>
    history.filter((entry): entry is Extract<HistoryEntry, { kind: Kind }> => entry.kind === kind);
  return {
    customer,
    history,
    conversations: of("conversation"),
    ...(isVisible(tx, "bookings.read") && { bookings: of("booking") }),
    ...(isVisible(tx, "tickets.read") && { tickets: of("ticket") }),
    next_cursor,
  };
}

/** How many entries of each subject that the role may read; a viewing and its decision are one. */
export async function countHistory(tx: Tx, customer_id: string): Promise<Partial<Record<HistorySubject, number>>> {
  const sources = readableSources(tx).filter(({ is_echo }) => !is_echo);
  const branches = sources.map(
    (source) =>
      sql`select ${source.subject}::text as subject, count(*)::integer as count ${source.from(tx, customer_id)}`,
  );
  const counted = await tx.execute<{ subject: HistorySubject; count: number }>(sql.join(branches, sql` union all `));
  const counts: Partial<Record<HistorySubject, number>> = {};
  for (const { subject, count } of counted) counts[subject] = (counts[subject] ?? 0) + count;
  return counts;
}

/** The places of one page over all sources at once: each source gives at most a page, and the page is cut from them. */
async function listPlaces(
  tx: Tx,
  customer_id: string,
  sources: readonly Source[],
  { from, most }: { from: Place | null; most: number },
): Promise<Place[]> {
  if (sources.length === 0) return [];
  const branches = sources.map(
    (source) => sql`(select ${source.at} as at, ${source.kind}::text collate "C" as kind, ${source.id} as id
      ${source.from(tx, customer_id)} ${older(source, from)} order by 1 desc, 3 desc limit ${literalLimit(most)})`,
  );
  const found = await tx
    .select({
      at: sql<string>`place.at`.mapWith(stage_changes.created_at),
      kind: sql<HistoryKind>`place.kind`,
      id: sql<string>`place.id`,
    })
    .from(sql`(${sql.join(branches, sql` union all `)}) place`)
    .orderBy(sql`1 desc, 2 desc, 3 desc`)
    .limit(literalLimit(most));
  return found.map(({ at, kind, id }): Place => [at, kind, id]);
}

/** What of a source comes after a place in the order (at, kind, id). Within a source the kind is constant, so each of the
 *  three cases is a range of the (customer, at) index. */
function older({ kind, at, id }: Source, from: Place | null): SQL {
  if (from === null) return sql``;
  const [until, last, lastId] = from;
  if (kind < last) return sql`and ${at} <= ${until}`;
  return kind === last ? sql`and (${at}, ${id}) < (${until}, ${lastId}::uuid)` : sql`and ${at} < ${until}`;
}
