import { summarise, type TranscriptLine } from "../dialogue/summary.ts";
import { hasAudio, type SimulatedCall } from "./call.ts";

/** A conversation as GET /v1/convai/conversations/{id} and the transcription webhook show it. */
export function detailOf(call: SimulatedCall): Record<string, unknown> {
  const has_audio = hasAudio(call) && call.status === "done";
  return {
    agent_id: call.agent_id,
    agent_name: "Simulated agent",
    conversation_id: call.id,
    status: call.status,
    user_id: null,
    transcript: transcriptOf(call),
    metadata: metadataOf(call),
    analysis: call.status === "done" ? analysisOf(call) : null,
    conversation_initiation_client_data: { dynamic_variables: call.variables },
    has_audio,
    has_user_audio: has_audio,
    has_response_audio: has_audio,
    has_auxiliary_audio: false,
  };
}

/** A conversation in a list. */
export function listedCall(call: SimulatedCall): Record<string, unknown> {
  return {
    agent_id: call.agent_id,
    agent_name: "Simulated agent",
    conversation_id: call.id,
    start_time_unix_secs: unix(call.accepted_at ?? call.created_at),
    call_duration_secs: Math.round(call.elapsed_ms / 1000),
    message_count: call.turns.filter(({ by }) => by !== "tool").length,
    status: call.status,
    call_successful: call.status === "done" ? analysisOf(call).call_successful : "unknown",
    direction: call.phone?.direction ?? null,
    main_language: call.language,
  };
}

/** Its lines, for a summary. */
export function linesOf(call: SimulatedCall): TranscriptLine[] {
  return call.turns.map((turn) =>
    turn.by === "tool" ? { by: "tool", text: `${turn.name} ${JSON.stringify(turn.result)}` } : turn,
  );
}

/** Tool calls stand with the agent's turn that made them, as the vendor writes them. */
function transcriptOf(call: SimulatedCall): Record<string, unknown>[] {
  return call.turns.map((turn, at) => {
    const time_in_call_secs = Math.floor((call.moments[at] ?? 0) / 1000);
    if (turn.by !== "tool") {
      const role = turn.by === "customer" ? "user" : "agent";
      return { role, message: turn.text, time_in_call_secs, tool_calls: [], tool_results: [], interrupted: false };
    }
    const request_id = `${call.id}_${at}`;
    const type = call.phone ? "webhook" : "client";
    return {
      role: "agent",
      message: null,
      time_in_call_secs,
      tool_calls: [
        {
          type,
          request_id,
          tool_name: turn.name,
          params_as_json: JSON.stringify(turn.arguments),
          tool_has_been_called: true,
        },
      ],
      tool_results: [
        {
          type,
          request_id,
          tool_name: turn.name,
          result_value: JSON.stringify(turn.result),
          is_error: turn.result.error !== undefined,
          tool_has_been_called: true,
          tool_latency_secs: 0.2,
        },
      ],
      interrupted: false,
    };
  });
}

function metadataOf(call: SimulatedCall): Record<string, unknown> {
  const seconds = Math.round(call.elapsed_ms / 1000);
  const { phone } = call;
  return {
    start_time_unix_secs: unix(call.accepted_at ?? call.created_at),
    accepted_time_unix_secs: call.accepted_at === null ? null : unix(call.accepted_at),
    call_duration_secs: seconds,
    // Credits; the sum of money beside it is what a ledger wants. About 0.08 US dollars a minute.
    cost: Math.round((seconds / 60) * 400),
    cost_fiat: Math.round((seconds / 60) * 80_000) / 1_000_000,
    feedback: { likes: call.feedback === "like" ? 1 : 0, dislikes: call.feedback === "dislike" ? 1 : 0 },
    authorization_method: phone ? "authorization_header" : "signed_url",
    phone_call: phone && {
      type: phone.provider === "twilio" ? "twilio" : "sip_trunking",
      direction: phone.direction,
      phone_number_id: phone.phone_number_id,
      agent_number: phone.agent_number,
      external_number: phone.external_number,
      call_result: phone.result,
      call_sid: phone.call_sid,
      stream_sid: phone.call_sid,
    },
    batch_call: call.batch,
    termination_reason: call.end_reason,
    error: call.status === "failed" && call.end_reason ? { code: 1011, reason: call.end_reason } : null,
    main_language: call.language,
    text_only: call.is_text_only,
    conversation_initiation_source: phone ? (phone.provider === "twilio" ? "twilio" : "sip_trunk") : "js_sdk",
  };
}

function analysisOf(call: SimulatedCall) {
  const { summary, outcome, next_step, sentiment, refusal_quote } = summarise(linesOf(call), call.language);
  const met = outcome === "booked" || outcome === "interested" || outcome === "ticket_opened" || outcome === "answered";
  const collected = (data_collection_id: string, value: unknown) => [
    data_collection_id,
    { data_collection_id, value, rationale: summary, json_schema: null },
  ];
  const call_successful =
    outcome === "no_answer" ? "unknown" : met || outcome === "handed_over" ? "success" : "failure";
  return {
    call_successful,
    transcript_summary: summary,
    call_summary_title: summary.slice(0, 60),
    evaluation_criteria_results: {
      goal: { criteria_id: "goal", result: call_successful, rationale: summary },
    },
    data_collection_results: Object.fromEntries([
      collected("outcome", outcome),
      collected("next_step", next_step),
      collected("sentiment", sentiment),
      collected("do_not_call", refusal_quote !== null),
    ]),
  };
}

const unix = (ms: number) => Math.floor(ms / 1000);
