import { iso } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
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
    const length = clock + 9_000;
    const isCall = written.type === "voice";
    const row = {
      company_id,
      id: idAt(startedAt, chance),
      customer_id: customers.get(written.customer)?.row.id ?? null,
      type: written.type,
      status: "ended",
      mode: "real",
      channel: isCall ? "phone" : "web",
      direction: "inbound",
      outcome: written.outcome,
      agent_name: isCall ? plan.voice_agent.name : plan.chat_agent.name,
      language: written.language,
      summary: written.summary,
      next_step: written.next_step,
      sentiment: written.sentiment,
      audio_url: null,
      audio_key: null,
      vendor: null,
      vendor_conversation_id: null,
      cost_minor: isCall ? Math.ceil((length / 60_000) * 46) : lines.length * 3,
      handed_over_to: written.handed_over_to && staff[written.handed_over_to],
      created_by: null,
      started_at: iso(startedAt),
      ended_at: iso(startedAt + length),
      duration_seconds: length / 1000,
      version: 1,
      created_at: iso(startedAt),
      updated_at: iso(startedAt + length),
    } as const;
    rows.conversations.push(row);
    rows.messages.push(...messageRows(row, startedAt, lines, chance));
    ids.set(written.key, row.id);
  }
  return ids;
}
