import type { Tx } from "#server/tenant.ts";

/** The tools that agents may call, by these names on every wire: chat, browser voice, phone calls over HTTP. */
export const tool_names = [
  "find_or_create_customer",
  "search_properties",
  "request_booking",
  "open_ticket",
  "customer_history",
  "hand_over_to_staff",
] as const;
export type ToolName = (typeof tool_names)[number];

/** In which conversation a tool is called. Who the customer is comes from the conversation's own row, never from what the
 *  model or a vendor's variable says. */
export interface ToolCall {
  conversation_id: string;
  name: string;
  /** As the model wrote it; parsed by the tool's own schema. */
  arguments: unknown;
  /** Tools of a trial answer as if, and write nothing. A trial conversation's are always a trial's. */
  mode: "real" | "trial";
}

/** What a tool answers: to the model (`result`, JSON), and to people (`text`, one short sentence in the talk's language). */
export interface ToolAnswer {
  ok: boolean;
  result: Record<string, unknown>;
  text: string;
  duration_ms: number;
}

/** Runs one tool in the agent's own transaction (role voice_agent or chat_agent). A wrong argument or an unknown tool is an
 *  answer (`ok: false`) that the model can mend, never a throw. Source: src/agents/tools. */
export type RunTool = (tx: Tx, call: ToolCall) => Promise<ToolAnswer>;
