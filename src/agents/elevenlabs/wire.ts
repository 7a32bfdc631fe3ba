import * as z from "zod";

// The vendor's JSON as far as the portal reads it. Loose everywhere: new fields come without notice, and a field that is
// null one day is absent the next. What is read here is checked; the rest passes unseen.

const text = z.string().nullish();
const number = z.number().nullish();

const ToolCall = z.looseObject({
  request_id: text,
  tool_name: z.string(),
  params_as_json: text,
});

const ToolResult = z.looseObject({
  request_id: text,
  tool_name: text,
  result_value: z.unknown().optional(),
  is_error: z.boolean().nullish(),
  tool_latency_secs: number,
});

export const Turn = z.looseObject({
  role: z.enum(["user", "agent"]),
  message: text,
  time_in_call_secs: number,
  tool_calls: z.array(ToolCall).nullish(),
  tool_results: z.array(ToolResult).nullish(),
  interrupted: z.boolean().nullish(),
  /** A flat map by name in the vendor's own sample, nested under `metrics` in its SDK; nothing of it is needed. */
  conversation_turn_metrics: z.unknown().optional(),
});
export type Turn = z.infer<typeof Turn>;

const PhoneCall = z.looseObject({
  type: text,
  direction: z.enum(["inbound", "outbound"]).nullish().catch(null),
  external_number: text,
  call_result: text,
});

const Metadata = z.looseObject({
  start_time_unix_secs: number,
  accepted_time_unix_secs: number,
  call_duration_secs: number,
  cost: number,
  cost_fiat: z.unknown().optional(),
  charging: z.unknown().optional(),
  phone_call: PhoneCall.nullish(),
  termination_reason: text,
  error: z.looseObject({ code: z.unknown().optional(), reason: text }).nullish(),
  main_language: text,
});

const Analysis = z.looseObject({
  call_successful: text,
  transcript_summary: text,
  data_collection_results: z.record(z.string(), z.looseObject({ value: z.unknown().optional() })).nullish(),
});

/** GET /v1/convai/conversations/{id}, and `data` of a post_call_transcription. */
export const ConversationDetail = z.looseObject({
  agent_id: text,
  conversation_id: z.string().min(1).max(200),
  status: z.enum(["initiated", "in-progress", "processing", "done", "failed"]),
  metadata: Metadata.nullish(),
  analysis: Analysis.nullish(),
  conversation_initiation_client_data: z
    .looseObject({ dynamic_variables: z.record(z.string(), z.unknown()).nullish() })
    .nullish(),
  has_audio: z.boolean().nullish(),
  transcript: z.array(Turn).nullish(),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;

export const SignedUrlAnswer = z.looseObject({ signed_url: z.url() });

/** Of twilio and sip_trunk alike; HTTP 200 with `success: false` is a refusal. */
export const PlacedCall = z.looseObject({ success: z.boolean(), conversation_id: text });

export const FailureBody = z.looseObject({ detail: z.unknown() });
export const FailureDetail = z.looseObject({ status: text, code: text });

const event = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.looseObject({ type: z.literal(type), event_timestamp: z.int().nonnegative(), data });

/** A post-call webhook's body. */
export const WebhookEvent = z.discriminatedUnion("type", [
  event("post_call_transcription", ConversationDetail),
  event(
    "post_call_audio",
    z.looseObject({ agent_id: z.string(), conversation_id: z.string().min(1).max(200), full_audio: z.string() }),
  ),
  event(
    "call_initiation_failure",
    z.looseObject({
      agent_id: z.string(),
      conversation_id: z.string().min(1).max(200),
      failure_reason: text,
      metadata: z.looseObject({ type: text }).nullish(),
    }),
  ),
]);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** What every event has, also of a type that the portal does not know. */
export const AnyWebhookEvent = z.looseObject({
  type: z.string().max(100),
  event_timestamp: z.int().nonnegative(),
  data: z.looseObject({ agent_id: z.string().nullish(), conversation_id: z.string().max(200).nullish() }),
});
export type AnyWebhookEvent = z.infer<typeof AnyWebhookEvent>;
