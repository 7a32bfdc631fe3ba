import type { conversation_directions } from "#drizzle/values.ts";

// What the portal asks of whoever runs the agents. ElevenLabs, OpenRouter and a message service stand behind these ports; the
// built-in simulator speaks the same vendors' protocols on the wire, so no adapter knows whether it talks to it.

/** Why a vendor did not do what was asked; `retry_after_seconds` when it said so. Never carries the vendor's own words:
 *  they may hold a customer's. */
export type VendorFault =
  | "unauthorized"
  | "no_credit"
  | "not_found"
  | "refused"
  | "rate_limited"
  | "timeout"
  | "unavailable"
  | "cut"
  | "quota"
  | "invalid_answer";

export class VendorError extends Error {
  readonly vendor: string;
  readonly fault: VendorFault;
  readonly status: number | null;
  readonly retry_after_seconds: number | null;
  constructor(
    vendor: string,
    fault: VendorFault,
    details: { status?: number; retry_after_seconds?: number; cause?: unknown } = {},
  ) {
    super(`${vendor}: ${fault}`, { cause: details.cause });
    this.vendor = vendor;
    this.fault = fault;
    this.status = details.status ?? null;
    this.retry_after_seconds = details.retry_after_seconds ?? null;
  }
}

/** A permission to open one voice session from a browser: valid minutes, for one agent. */
export interface SignedUrl {
  signed_url: string;
  /** When known before the talk begins. */
  vendor_conversation_id: string | null;
  expires_at: string;
}

/** One line of a vendor's transcript. */
export interface ReportedLine {
  speaker: "customer" | "agent" | "tool";
  text: string;
  /** From the beginning of the call. */
  at_ms: number | null;
  tool?: {
    name: string;
    ok: boolean;
    duration_ms: number | null;
    /** The vendor's id of this call; the portal's own record of the same step has it too. */
    call_id?: string;
    arguments?: unknown;
    result?: unknown;
  };
}

/** What a vendor says of one call, by whichever way it came: webhook, poll or the browser. Null: not said. */
export interface CallReport {
  vendor: string;
  vendor_conversation_id: string;
  vendor_agent_id: string | null;
  /** The campaign's try that the call says it is: what the dialler sent along. A hint, never a proof. */
  attempt_id?: string | null;
  /** `done` and `failed` are final. */
  status: "initiated" | "in_progress" | "processing" | "done" | "failed";
  direction: (typeof conversation_directions)[number] | null;
  /** The other side's number as the vendor wrote it. */
  phone: string | null;
  /** Of a phone call: what became of it. */
  call_result: "answered" | "no_answer" | "busy" | "voicemail" | "failed" | null;
  started_at: string | null;
  duration_seconds: number | null;
  language: string | null;
  lines: readonly ReportedLine[] | null;
  summary: string | null;
  extracted: Readonly<Record<string, unknown>> | null;
  /** Whether the agent's goal was met. */
  is_successful: boolean | null;
  end_reason: string | null;
  cost_usd_micros: number | null;
  has_audio: boolean | null;
}

export interface OutboundCall {
  vendor_agent_id: string;
  phone_number_id: string;
  phone_provider: "twilio" | "sip_trunk";
  /** E.164. */
  to: string;
  /** Comes back with the call. */
  variables: Readonly<Record<string, string | number | boolean>>;
}

export interface VoiceProvider {
  readonly vendor: "elevenlabs";
  readonly is_simulated: boolean;
  /** Throws VendorError. */
  signedUrl(vendor_agent_id: string): Promise<SignedUrl>;
  /** Null when the vendor knows no such conversation. Throws VendorError. */
  conversation(vendor_conversation_id: string): Promise<CallReport | null>;
  /** MP3; null while there is none. Throws VendorError. */
  audio(vendor_conversation_id: string): Promise<Uint8Array | null>;
  /** Dials once: never repeated by itself, since there is no idempotency key. Throws VendorError; after `timeout`, `cut` and
   *  `unavailable` nobody knows whether it dialled. */
  placeCall(call: OutboundCall): Promise<{ vendor_conversation_id: string | null }>;
}

export interface ChatTool {
  name: string;
  description: string;
  /** JSON Schema of an object. */
  parameters: Record<string, unknown>;
}

export type ChatMessage =
  | { role: "system" | "user"; content: string }
  | { role: "assistant"; content: string | null; tool_calls?: readonly ChatToolCall[] }
  | { role: "tool"; tool_call_id: string; content: string };

export interface ChatToolCall {
  id: string;
  name: string;
  /** JSON text, as the model wrote it. */
  arguments: string;
}

export interface ChatRequest {
  model: string;
  temperature: number;
  messages: readonly ChatMessage[];
  tools?: readonly ChatTool[];
  /** Stable and opaque: never a name. */
  user?: string;
  /** A JSON object of this schema is wanted instead of prose. */
  json_schema?: { name: string; schema: Record<string, unknown> };
  max_tokens?: number;
}

export interface ChatUsage {
  model: string;
  prompt_tokens: number;
  completion_tokens: number;
  cost_usd_micros: number;
}

/** An answer as it comes: words, then at most one list of tool calls, then what it took. */
export type ChatEvent =
  | { kind: "text"; text: string }
  | { kind: "tool_calls"; calls: readonly ChatToolCall[] }
  | { kind: "usage"; usage: ChatUsage };

export interface ChatProvider {
  readonly vendor: "openrouter";
  readonly is_simulated: boolean;
  /** Throws VendorError, also in the middle: what came before stays true. */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>;
}

/** Sends one text to one number, for campaigns of type `chat`. */
export interface MessageProvider {
  readonly vendor: string;
  readonly is_simulated: boolean;
  /** `reference` makes a repeat harmless: the provider sends it once. Throws VendorError. */
  send(message: { to: string; text: string; reference: string }): Promise<{ message_id: string }>;
}

/** The agents' services of one process. */
export interface AgentServices {
  readonly voice: VoiceProvider;
  readonly chat: ChatProvider;
  readonly messages: MessageProvider;
  /** Secrets that a webhook may be signed with. */
  readonly webhook_secrets: readonly string[];
  /** The agent that a company without one of its own at the vendor uses: the simulator's, named by the company's hook. */
  defaultVoiceAgent(hook_id: string): string | null;
}
