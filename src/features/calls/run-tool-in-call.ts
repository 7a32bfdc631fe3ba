import { randomUUID } from "node:crypto";
import type { ToolAnswer, ToolCall } from "#agents/tool-contract.ts";
import { runRecordedTool } from "#agents/tools/recorded.ts";
import type { Tx } from "#server/tenant.ts";
import { lockCallRow } from "./call-row.ts";
import { http_call } from "./transcript.ts";

/** Runs a tool in a call and keeps the step among its lines; real or trial as the call is. The same `call_id` again is answered
 *  again, not done again; a tool called over HTTP has none. Runs as `voice_agent`. Throws NotFound.
 *  Source: agents/tools, messages. */
export async function runToolInCall(
  tx: Tx,
  { call_id, ...call }: Omit<ToolCall, "mode"> & { call_id: string | null },
): Promise<ToolAnswer> {
  const { mode } = await lockCallRow(tx, call.conversation_id);
  return runRecordedTool(tx, { ...call, mode, call_id: call_id ?? `${http_call}${randomUUID()}` });
}
