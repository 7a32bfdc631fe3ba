import type { UsedTool } from "../../../voice-sessions/schema.ts";
import type { Mode, Step } from "../types.ts";

export type CallFault =
  | "no_microphone"
  | "refused"
  | "quota"
  | "dropped"
  | "away"
  | "not_linked"
  | "limited"
  | "offline"
  | "signed_out"
  | "unfit";

export type Said = { kind: "line"; id: string; speaker: "customer" | "agent"; text: string; at_ms: number };
export type Entry = Said | { kind: "steps"; id: string; steps: readonly Step[] };

/** A permission to talk, as the server gave it. */
export type Permit = { id: string; conversation_id: string; mode: Mode; is_simulated: boolean; language: string };

export type Call = {
  phase: "idle" | "asking" | "connecting" | "on" | "ended" | "failed";
  fault: CallFault | null;
  retry_after_seconds: number | null;
  /** Written instead of spoken: no microphone is used. */
  isByText: boolean;
  permit: Permit | null;
  /** Ms since the epoch. */
  began_at: number | null;
  duration_seconds: number | null;
  entries: readonly Entry[];
  isSpeaking: boolean;
  isMuted: boolean;
  /** Nothing turns what is spoken into words: only what is written arrives. */
  isDeaf: boolean;
  /** How long the last answer took, from the customer's last word. */
  reply_ms: number | null;
  interruptions: number;
  /** Lines that have not reached the server yet though they should have. */
  hasUnsaved: boolean;
  isEndUnsaved: boolean;
};

export const no_call: Call = {
  phase: "idle",
  fault: null,
  retry_after_seconds: null,
  isByText: false,
  permit: null,
  began_at: null,
  duration_seconds: null,
  entries: [],
  isSpeaking: false,
  isMuted: false,
  isDeaf: false,
  reply_ms: null,
  interruptions: 0,
  hasUnsaved: false,
  isEndUnsaved: false,
};

export type CallAct =
  | { do: "ask"; isByText: boolean }
  | { do: "connect" }
  | { do: "permit"; permit: Permit }
  | { do: "begin"; at: number }
  | { do: "line"; line: Omit<Said, "kind" | "id"> }
  | { do: "correct"; was: string; is: string }
  | { do: "tool"; call_id: string; name: string; arguments: unknown }
  | { do: "used"; call_id: string; used: UsedTool | null }
  | { do: "speak"; isSpeaking: boolean }
  | { do: "interrupt" }
  | { do: "mute"; isMuted: boolean }
  | { do: "deaf" }
  | { do: "unsaved"; hasUnsaved: boolean }
  | { do: "end"; duration_seconds: number | null }
  | { do: "end unsaved"; isEndUnsaved: boolean }
  | { do: "fail"; fault: CallFault; retry_after_seconds?: number | undefined };

/** The call after something happened. */
export function callAfter(call: Call, act: CallAct): Call {
  switch (act.do) {
    case "ask":
      return { ...no_call, phase: act.isByText ? "connecting" : "asking", isByText: act.isByText };
    case "connect":
      return { ...call, phase: "connecting" };
    case "permit":
      return { ...call, permit: act.permit };
    case "begin":
      return { ...call, phase: "on", began_at: act.at };
    case "line":
      return withLine(call, act.line);
    case "correct":
      return { ...call, entries: call.entries.map((entry) => corrected(entry, act)) };
    case "tool":
      return withStep(call, {
        call_id: act.call_id,
        name: act.name,
        arguments: act.arguments,
        state: "running",
        text: "",
        duration_ms: null,
        result: undefined,
      });
    case "used":
      return { ...call, entries: call.entries.map((entry) => stepDone(entry, act)) };
    case "speak":
      return { ...call, isSpeaking: act.isSpeaking };
    case "interrupt":
      return { ...call, isSpeaking: false, interruptions: call.interruptions + 1 };
    case "mute":
      return { ...call, isMuted: act.isMuted };
    case "deaf":
      return { ...call, isDeaf: true };
    case "unsaved":
      return { ...call, hasUnsaved: act.hasUnsaved };
    case "end":
      return { ...over(call), phase: "ended", duration_seconds: act.duration_seconds };
    case "end unsaved":
      return { ...call, isEndUnsaved: act.isEndUnsaved };
    case "fail":
      return {
        ...over(call),
        phase: "failed",
        fault: act.fault,
        retry_after_seconds: act.retry_after_seconds ?? null,
      };
  }
}

function withLine(call: Call, line: Omit<Said, "kind" | "id">): Call {
  const asked = call.entries.findLast((entry) => entry.kind === "line");
  const answers = line.speaker === "agent" && asked?.kind === "line" && asked.speaker === "customer";
  const id = `line ${call.entries.length}`;
  return {
    ...call,
    entries: [...call.entries, { kind: "line", id, ...line }],
    reply_ms: answers ? line.at_ms - asked.at_ms : call.reply_ms,
  };
}

/** What was really spoken before somebody cut in. */
function corrected(entry: Entry, { was, is }: { was: string; is: string }): Entry {
  return entry.kind === "line" && entry.speaker === "agent" && entry.text === was ? { ...entry, text: is } : entry;
}

function withStep(call: Call, step: Step): Call {
  const last = call.entries.at(-1);
  if (last?.kind === "steps") {
    return { ...call, entries: [...call.entries.slice(0, -1), { ...last, steps: [...last.steps, step] }] };
  }
  return { ...call, entries: [...call.entries, { kind: "steps", id: step.call_id, steps: [step] }] };
}

function stepDone(entry: Entry, { call_id, used }: { call_id: string; used: UsedTool | null }): Entry {
  if (entry.kind !== "steps") return entry;
  const steps = entry.steps.map((step): Step => {
    if (step.call_id !== call_id) return step;
    if (!used) return { ...step, state: "failed" };
    const { ok, text, duration_ms, result } = used;
    return { ...step, state: ok ? "done" : "failed", text, duration_ms, result };
  });
  return { ...entry, steps };
}

function over(call: Call): Call {
  const entries = call.entries.map((entry) =>
    entry.kind === "steps"
      ? {
          ...entry,
          steps: entry.steps.map((step): Step => (step.state === "running" ? { ...step, state: "failed" } : step)),
        }
      : entry,
  );
  return { ...call, entries, isSpeaking: false };
}
