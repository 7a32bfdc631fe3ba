import type { CallReport, ReportedLine } from "../ports.ts";
import type { ConversationDetail, Turn } from "./wire.ts";

/** The vendor's account of a conversation as a report. What it does not say is null, so that an early account takes nothing
 *  away from a later one. Source: GET /v1/convai/conversations/{id} and post_call_transcription, which are one shape. */
export function callReportOf(detail: ConversationDetail): CallReport {
  const { metadata, analysis } = detail;
  const call = metadata?.phone_call;
  return {
    vendor: "elevenlabs",
    vendor_conversation_id: detail.conversation_id,
    vendor_agent_id: detail.agent_id ?? null,
    attempt_id: attemptOf(detail),
    status: detail.status === "in-progress" ? "in_progress" : detail.status,
    direction: call?.direction ?? null,
    phone: call?.external_number || null,
    call_result: callResult(call?.call_result),
    started_at: instantOf(metadata?.accepted_time_unix_secs ?? metadata?.start_time_unix_secs),
    duration_seconds: wholeSeconds(metadata?.call_duration_secs),
    language: metadata?.main_language || null,
    lines: detail.transcript ? detail.transcript.flatMap(linesOf) : null,
    summary: analysis?.transcript_summary?.trim().slice(0, 5000) || null,
    extracted: extractedOf(analysis?.data_collection_results),
    is_successful: success[analysis?.call_successful ?? ""] ?? null,
    end_reason: (metadata?.error?.reason || metadata?.termination_reason)?.slice(0, 300) || null,
    cost_usd_micros: dollars(metadata?.cost_fiat),
    has_audio: detail.has_audio ?? null,
  };
}

const success: Record<string, boolean | undefined> = { success: true, failure: false };

function attemptOf({ conversation_initiation_client_data: sent }: ConversationDetail): string | null {
  const told = sent?.dynamic_variables?.attempt_id;
  return typeof told === "string" ? told : null;
}

/** Written "no_answer" in conversations and "no-answer" in webhooks; a word that is new to us is no result. */
export function callResult(word: string | null | undefined): CallReport["call_result"] {
  const said = word?.replaceAll("-", "_");
  return said === "answered" || said === "no_answer" || said === "busy" || said === "voicemail" || said === "failed"
    ? said
    : null;
}

/** What was said in a turn, then the tools it used: the agent speaks before it waits for them. */
function linesOf(turn: Turn): ReportedLine[] {
  const at_ms =
    typeof turn.time_in_call_secs === "number" ? Math.max(0, Math.round(turn.time_in_call_secs * 1000)) : null;
  const said = turn.message?.trim();
  const results = turn.tool_results ?? [];
  const calls = turn.tool_calls ?? [];
  const steps = calls.map((call): ReportedLine => {
    const result = results.find((one) => one.request_id != null && one.request_id === call.request_id);
    return toolLine(call.tool_name, at_ms, call.request_id, call.params_as_json, result);
  });
  // A result in a later turn than its call stands alone.
  const alone = results
    .filter((result) => !calls.some((call) => call.request_id != null && call.request_id === result.request_id))
    .map((result) => toolLine(result.tool_name ?? "tool", at_ms, result.request_id, null, result));
  const spoken: ReportedLine[] = said
    ? [{ speaker: turn.role === "user" ? "customer" : "agent", text: said.slice(0, 20_000), at_ms }]
    : [];
  return [...spoken, ...steps, ...alone];
}

function toolLine(
  name: string,
  at_ms: number | null,
  call_id: string | null | undefined,
  params: string | null | undefined,
  result: NonNullable<Turn["tool_results"]>[number] | undefined,
): ReportedLine {
  const answer = parsed(result?.result_value);
  return {
    speaker: "tool",
    text: name,
    at_ms,
    tool: {
      name,
      ok: result?.is_error !== true,
      duration_ms: typeof result?.tool_latency_secs === "number" ? Math.round(result.tool_latency_secs * 1000) : null,
      ...(call_id && { call_id }),
      ...(params && { arguments: parsed(params) }),
      ...(answer !== undefined && { result: answer }),
    },
  };
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value ?? undefined;
  try {
    return JSON.parse(value);
  } catch {
    return value; // The vendor passes on whatever a tool answered, JSON or not.
  }
}

function extractedOf(
  results: Readonly<Record<string, { value?: unknown }>> | null | undefined,
): Readonly<Record<string, unknown>> | null {
  if (!results) return null;
  const known = Object.entries(results).filter(
    ([, { value }]) => value !== null && value !== undefined && value !== "",
  );
  return Object.fromEntries(known.map(([key, { value }]) => [key, value]));
}

/** `metadata.cost` and `charging` count the vendor's credits, whose price depends on the plan: only `cost_fiat` is money, and
 *  it has been seen as a number of dollars and as `{ amount, currency }`. Another currency than dollars is not guessed at. */
function dollars(fiat: unknown): number | null {
  if (typeof fiat === "number") return micros(fiat);
  const { amount, currency } = Object(fiat);
  if (typeof amount !== "number" || (typeof currency === "string" && currency.toLowerCase() !== "usd")) return null;
  return micros(amount);
}

const micros = (amount: number) => (Number.isFinite(amount) && amount >= 0 ? Math.round(amount * 1_000_000) : null);
const wholeSeconds = (seconds: number | null | undefined) =>
  typeof seconds === "number" && seconds >= 0 ? Math.round(seconds) : null;
const instantOf = (seconds: number | null | undefined) =>
  typeof seconds === "number" && seconds > 0 && seconds < 7_258_118_400 ? new Date(seconds * 1000).toISOString() : null;
