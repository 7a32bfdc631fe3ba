import { iso } from "./calendar.ts";
import type { Row } from "./rows.ts";

type Conversation = Row<"conversations">;
type Told =
  | "company_id"
  | "id"
  | "customer_id"
  | "type"
  | "outcome"
  | "agent_name"
  | "language"
  | "summary"
  | "next_step"
  | "sentiment"
  | "handed_over_to";

/** The row of a talk as the agents leave it; `ended` (an instant) is null while it goes on. Whoever it was handed to got it at
 *  its end. A call costs by the minute, a chat by the line. */
export function conversationRow(
  told: Pick<Conversation, Told> & Partial<Pick<Conversation, "status" | "direction" | "duration_seconds">>,
  when: { started: number; ended: number | null; seen: number },
  lines: number,
): Conversation {
  const { started, ended, seen } = when;
  const isCall = told.type === "voice";
  const length_ms = ended === null ? null : ended - started;
  return {
    status: ended === null ? "in_progress" : "ended",
    direction: "inbound",
    duration_seconds: length_ms === null ? null : Math.round(length_ms / 1000),
    ...told,
    mode: "real",
    channel: isCall ? "phone" : "web",
    audio_url: null,
    audio_key: null,
    vendor: null,
    vendor_conversation_id: null,
    cost_usd_micros: length_ms === null ? null : isCall ? Math.ceil((length_ms / 60_000) * 120_000) : lines * 400,
    agent_version: null,
    model: null,
    prompt_tokens: null,
    completion_tokens: null,
    extracted: {},
    end_reason: null,
    settled_at: ended === null ? null : iso(ended),
    handed_over_at: ended !== null && told.handed_over_to !== null ? iso(ended) : null,
    created_by: null,
    started_at: iso(started),
    ended_at: ended === null ? null : iso(ended),
    version: 1,
    created_at: iso(started),
    updated_at: iso(seen),
  };
}
