import { and, eq, inArray, sql } from "drizzle-orm";
import { audit_log } from "#drizzle/schema/audit.ts";
import { customers, stage_changes } from "#drizzle/schema/customers.ts";
import { notes } from "#drizzle/schema/notes.ts";
import type { Tx } from "#server/tenant.ts";
import { actor, actorColumns, joined, type Loader } from "./history-actors.ts";
import type { NoteEntry } from "./history-schema.ts";
import { isMerge } from "./history-sources.ts";

export const loadStageChanges: Loader = async (tx, ids) => {
  const found = await tx
    .select({
      id: stage_changes.id,
      at: stage_changes.created_at,
      from_stage: stage_changes.from_stage,
      to_stage: stage_changes.to_stage,
      actor_kind: stage_changes.actor_kind,
      actor: actorColumns,
    })
    .from(stage_changes)
    .leftJoin(actor, joined(actor, stage_changes.company_id, stage_changes.actor_id))
    .where(and(eq(stage_changes.company_id, tx.company_id), inArray(stage_changes.id, ids)));
  return found.map((row) => ({ kind: "stage_change", title: null, agent: null, ...row }));
};

export const loadMerges: Loader = async (tx, ids) => {
  const found = await tx
    .select({
      id: customers.id,
      at: audit_log.created_at,
      title: customers.name,
      phone: customers.phone,
      email: customers.email,
      notes: customers.notes,
      actor: actorColumns,
    })
    .from(customers)
    .innerJoin(
      audit_log,
      and(
        eq(audit_log.company_id, customers.company_id),
        eq(audit_log.table_name, "customers"),
        sql`${audit_log.row_id} = ${customers.id}::text`,
        isMerge,
      ),
    )
    .leftJoin(actor, joined(actor, audit_log.company_id, audit_log.actor_id))
    .where(and(eq(customers.company_id, tx.company_id), inArray(customers.id, ids)));
  return found.map((row) => ({ kind: "merge", ...row, actor_kind: row.actor ? "staff" : "system", agent: null }));
};

export async function loadNotes(tx: Tx, ids: string[]): Promise<NoteEntry[]> {
  const found = await tx
    .select({
      id: notes.id,
      at: notes.created_at,
      body: notes.body,
      conversation_id: notes.conversation_id,
      actor: actorColumns,
    })
    .from(notes)
    .leftJoin(actor, joined(actor, notes.company_id, notes.created_by))
    .where(and(eq(notes.company_id, tx.company_id), inArray(notes.id, ids)));
  return found.map((row) => ({
    kind: "note",
    title: null,
    agent: null,
    ...row,
    actor_kind: row.actor ? "staff" : "system",
  }));
}
