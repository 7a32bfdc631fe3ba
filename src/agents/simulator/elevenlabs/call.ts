import type { Turn } from "../dialogue/talk.ts";

/** One conversation as the simulated vendor keeps it. Times in milliseconds since 1970. */
export interface SimulatedCall {
  id: string;
  agent_id: string;
  status: "initiated" | "in-progress" | "processing" | "done" | "failed";
  created_at: number;
  accepted_at: number | null;
  /** Length so far; of a phone call what its words would take to say. */
  elapsed_ms: number;
  turns: Turn[];
  /** The turns' moments, in milliseconds from the beginning, at the same places. */
  moments: number[];
  language: "ar" | "en";
  is_text_only: boolean;
  phone: Phone | null;
  batch: { batch_call_id: string; batch_call_recipient_id: string } | null;
  variables: Record<string, unknown>;
  end_reason: string | null;
  feedback: "like" | "dislike" | null;
  is_deleted: boolean;
}

export interface Phone {
  provider: "twilio" | "sip_trunk";
  direction: "inbound" | "outbound";
  phone_number_id: string;
  agent_number: string;
  external_number: string;
  call_sid: string;
  result: "answered" | "voicemail" | "busy" | "no_answer" | "failed" | null;
}

/** A call that nobody has answered yet. */
export function newCall(
  fields: Pick<SimulatedCall, "id" | "agent_id" | "created_at"> & Partial<SimulatedCall>,
): SimulatedCall {
  return {
    status: "initiated",
    accepted_at: null,
    elapsed_ms: 0,
    turns: [],
    moments: [],
    language: "ar",
    is_text_only: false,
    phone: null,
    batch: null,
    variables: {},
    end_reason: null,
    feedback: null,
    is_deleted: false,
    ...fields,
  };
}

/** Puts a turn at the call's present moment, and lets the time pass that saying it takes. */
export function addTurn(call: SimulatedCall, turn: Turn, took_ms: number): void {
  call.turns.push(turn);
  call.moments.push(call.elapsed_ms);
  call.elapsed_ms += took_ms;
}

/** How long words take to say, in milliseconds: about fourteen letters a second. */
export const speechMs = (text: string): number => Math.max(600, Math.round((text.length / 14) * 1000));

/** Whether there is a recording: somebody spoke, and not by text. */
export const hasAudio = (call: SimulatedCall): boolean =>
  !call.is_text_only && !call.is_deleted && call.elapsed_ms > 0 && call.accepted_at !== null;
