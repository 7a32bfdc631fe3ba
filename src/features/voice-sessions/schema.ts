import * as z from "zod";
import { conversation_modes } from "#drizzle/values.ts";
import { id, instantOut, line, prose } from "#lib/fields.ts";

/** `real`: tools write and the call counts. `trial`: it is kept and marked, and tools write nothing. */
export const StartVoiceSession = z.strictObject({ mode: z.enum(conversation_modes).default("real") });
export type StartVoiceSession = z.infer<typeof StartVoiceSession>;

/** The permission to open one session with the voice vendor from a browser; at most 15 minutes old when it is opened. */
export const VoiceSession = z.object({
  id: id(),
  conversation_id: id(),
  mode: z.enum(conversation_modes),
  signed_url: z.string(),
  expires_at: instantOut(),
  is_simulated: z.boolean(),
  language: z.string(),
});
export type VoiceSession = z.infer<typeof VoiceSession>;

/** A client tool that the voice agent called in the browser; `call_id` is the vendor's, the same one again is done once. */
export const UseTool = z.strictObject({
  id: id(),
  call_id: z.string().min(1).max(200),
  name: z.string().min(1).max(100),
  arguments: z.record(z.string(), z.unknown()),
});
export type UseTool = z.infer<typeof UseTool>;

export const UsedTool = z.object({
  ok: z.boolean(),
  result: z.record(z.string(), z.unknown()),
  text: z.string(),
  duration_ms: z.int(),
});
export type UsedTool = z.infer<typeof UsedTool>;

const HeardLine = z.strictObject({
  speaker: z.enum(["customer", "agent"]),
  text: prose(5000),
  at_ms: z.int().min(0).max(86_400_000),
});

/** Lines as they are heard, so that a closed tab loses nothing; `from` is the place of the first among all of the session's. */
export const HearLines = z.strictObject({
  id: id(),
  from: z.int().min(0).max(5000),
  lines: z.array(HeardLine).min(1).max(50),
});
export type HearLines = z.infer<typeof HearLines>;
export const HeardLines = z.object({ saved: z.int() });

export const voice_end_reasons = ["user", "agent", "error", "quota", "dropped", "microphone"] as const;

/** The browser's own report of the end; the vendor's comes by webhook or is asked for. */
export const EndVoiceSession = z.strictObject({
  id: id(),
  vendor_conversation_id: line(200).nullish(),
  reason: z.enum(voice_end_reasons).default("user"),
  duration_seconds: z.int().min(0).max(86_400).nullish(),
});
export type EndVoiceSession = z.infer<typeof EndVoiceSession>;
export const EndedVoiceSession = z.object({ id: id(), conversation_id: id(), ended_at: instantOut() });
export type EndedVoiceSession = z.infer<typeof EndedVoiceSession>;
