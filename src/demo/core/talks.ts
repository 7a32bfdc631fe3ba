import { iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { conversationRow } from "../conversation-row.ts";
import { idAt } from "../ids.ts";
import { messageRows } from "../season/transcript.ts";

/** The hand-written conversations; answers their ids by key. */
export function addWrittenConversations(context: Context, customers: Map<string, KnownCustomer>): Map<string, string> {
  const { plan, calendar, company_id, staff, rows } = context;
  const chance = context.random("written conversations");
  const ids = new Map<string, string>();
  for (const written of plan.conversations) {
    const startedAt = calendar.at(...written.when);
    let clock = 0;
    const lines = written.lines.map(([by, text, after_seconds, tool]) => {
      clock += after_seconds * 1000;
      return { by, text, at_ms: clock, tool };
    });
    const ended = startedAt + clock + 9_000;
    const row = conversationRow(
      {
        company_id,
        id: idAt(startedAt, chance),
        customer_id: customers.get(written.customer)?.row.id ?? null,
        type: written.type,
        outcome: written.outcome,
        agent_name: written.type === "voice" ? plan.voice_agent.name : plan.chat_agent.name,
        language: written.language,
        summary: written.summary,
        next_step: written.next_step,
        sentiment: written.sentiment,
        handed_over_to: written.handed_over_to && staff[written.handed_over_to],
      },
      { started: startedAt, ended, seen: ended },
      lines.length,
    );
    rows.conversations.push(row);
    rows.messages.push(...messageRows(row, startedAt, lines, chance));
    for (const [by, body, after_minutes] of written.notes ?? []) {
      const at = ended + after_minutes * minuteMs;
      const created_at = iso(at);
      const about = { customer_id: row.customer_id, conversation_id: row.id };
      rows.notes.push({ company_id, id: idAt(at, chance), ...about, body, created_by: staff[by], created_at });
    }
    ids.set(written.key, row.id);
  }
  return ids;
}
