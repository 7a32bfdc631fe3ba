import type { DemoRows, Row } from "../rows.ts";

/** When one side speaks, in milliseconds from the beginning of the recording. */
export interface Spoken {
  lane: "company" | "customer";
  from_ms: number;
  to_ms: number;
}

const breath_ms = 220;

/** Who speaks when in a recorded conversation: each line from its own moment, for as long as its words take, at most until the
 *  next one. */
export function spokenIn(conversation: Row<"conversations">, messages: DemoRows["messages"]): Spoken[] {
  const length_ms = (conversation.duration_seconds ?? 0) * 1000;
  const lines = messages.filter(({ conversation_id }) => conversation_id === conversation.id);
  return lines.flatMap(({ speaker, text, at_ms }, index) => {
    if (at_ms === null || speaker === "tool") return [];
    const until = (lines[index + 1]?.at_ms ?? length_ms) - breath_ms;
    const to_ms = Math.min(at_ms + Math.max(1_200, text.length * 90), until);
    return [{ lane: speaker === "customer" ? "customer" : "company", from_ms: at_ms, to_ms }];
  });
}
