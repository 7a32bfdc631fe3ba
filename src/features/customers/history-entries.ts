import type { Tx } from "#server/tenant.ts";
import type { Loader } from "./history-actors.ts";
import {
  loadBookings,
  loadCampaignContacts,
  loadConversations,
  loadDecisions,
  loadTickets,
} from "./history-contacts.ts";
import { loadMerges, loadNotes, loadStageChanges } from "./history-records.ts";
import type { HistoryEntry } from "./history-schema.ts";
import type { HistoryKind } from "./history-sources.ts";

const loaders: Record<HistoryKind, Loader> = {
  conversation: loadConversations,
  booking: loadBookings,
  booking_decision: loadDecisions,
  ticket: loadTickets,
  campaign_contact: loadCampaignContacts,
  stage_change: loadStageChanges,
  merge: loadMerges,
  note: loadNotes,
};

/** The entries at these places, in the same order. One statement a kind, sent together; a kind that is not there asks
 *  nothing. */
export async function loadEntries(
  tx: Tx,
  customer_id: string,
  places: readonly (readonly [at: string, kind: HistoryKind, id: string])[],
): Promise<HistoryEntry[]> {
  const idsOf = Map.groupBy(places, ([, kind]) => kind);
  const loaded = await Promise.all(
    [...idsOf].map(([kind, of]) => {
      const ids = of.map(([, , id]) => id);
      return loaders[kind](tx, ids, customer_id);
    }),
  );
  const entries = new Map(loaded.flat().map((entry) => [`${entry.kind} ${entry.id}`, entry]));
  return places.flatMap(([at, kind, id]) => {
    const entry = entries.get(`${kind} ${id}`);
    return entry ? [{ ...entry, at }] : [];
  });
}
