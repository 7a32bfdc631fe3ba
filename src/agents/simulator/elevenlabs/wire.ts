import type { WebSocket } from "ws";
import { murmur } from "./sound.ts";

const rate = 16_000;

/** The server's half of the vendor's socket protocol, message by message. Event ids never go back: a client drops sound whose
 *  id is lower than the last interruption's. */
export interface Wire {
  metadata(conversation_id: string): void;
  /** The agent's words, and the sound of them unless `duration_ms` is null. Answers the length. */
  say(text: string, duration_ms: number | null, now: number): number;
  heard(text: string): void;
  /** Stops what is still being said; answers the part of it that was, or null when nothing was. */
  interrupt(now: number): string | null;
  callTool(tool_name: string, tool_call_id: string, parameters: Record<string, unknown>): void;
  ping(): void;
  /** Says so, by an event or in the vendor's older flat form, and closes with 1002. */
  outOfQuota(form: "event" | "flat"): void;
}

export function openWire(socket: WebSocket): Wire {
  let event_id = 0;
  let speaking: { text: string; since: number; until: number } | null = null;
  const send = (message: Record<string, unknown>) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  return {
    metadata: (conversation_id) =>
      send({
        type: "conversation_initiation_metadata",
        conversation_initiation_metadata_event: {
          conversation_id,
          agent_output_audio_format: `pcm_${rate}`,
          user_input_audio_format: `pcm_${rate}`,
        },
      }),
    say: (text, duration_ms, now) => {
      event_id += 1;
      send({ type: "agent_response", agent_response_event: { agent_response: text, event_id } });
      if (duration_ms === null) return 0;
      speaking = { text, since: now, until: now + duration_ms };
      for (const sound of murmur(duration_ms, rate)) {
        send({ type: "audio", audio_event: { audio_base_64: sound.toString("base64"), event_id } });
      }
      return duration_ms;
    },
    heard: (user_transcript) => {
      event_id += 1;
      send({ type: "user_transcript", user_transcription_event: { user_transcript, event_id } });
    },
    interrupt: (now) => {
      const cut = speaking;
      speaking = null;
      if (!cut || now >= cut.until) return null;
      const share = (now - cut.since) / (cut.until - cut.since);
      const words = cut.text.split(" ");
      const corrected_agent_response = `${words.slice(0, Math.ceil(words.length * share)).join(" ")}…`;
      event_id += 1;
      send({ type: "interruption", interruption_event: { event_id } });
      const correction = { original_agent_response: cut.text, corrected_agent_response, event_id };
      send({ type: "agent_response_correction", agent_response_correction_event: correction });
      return corrected_agent_response;
    },
    callTool: (tool_name, tool_call_id, parameters) => {
      event_id += 1;
      send({
        type: "client_tool_call",
        client_tool_call: { tool_name, tool_call_id, parameters, event_id, expects_response: true },
      });
    },
    ping: () => send({ type: "ping", ping_event: { event_id: ++event_id, ping_ms: null } }),
    outOfQuota: (form) => {
      const reason = "This request exceeds your quota limit.";
      const event = { error_event: { code: 1002, message: reason, error_type: "unknown" } };
      send({ type: "error", ...(form === "event" ? event : { message: `received 1002 (protocol error) ${reason}` }) });
      socket.close(1002, reason);
    },
  };
}
