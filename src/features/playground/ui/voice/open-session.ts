import { tool_names } from "#agents/tool-contract.ts";
import type { CallFault, Permit } from "./call-state.ts";

export type SessionEnd = { reason: "user" | "agent" | "error"; fault: CallFault | null };

export type Listener = {
  onLine: (speaker: "customer" | "agent", text: string) => void;
  onCorrect: (was: string, is: string) => void;
  onSpeaking: (isSpeaking: boolean) => void;
  onInterrupt: () => void;
  /** Runs a tool; its answer goes to the agent as text. */
  onTool: (call_id: string, name: string, values: Record<string, unknown>) => Promise<string>;
  onConnect: () => void;
  onEnd: (end: SessionEnd) => void;
};

export type Session = {
  vendor_conversation_id: string;
  end: () => Promise<void>;
  say: (text: string) => void;
  mute: (isMuted: boolean) => void;
  /** 0 to 255 a band of the voice's range; empty when only written. */
  levels: () => { customer: Uint8Array; agent: Uint8Array };
  hearThrough: (id: string) => Promise<void>;
  speakThrough: (id: string) => Promise<void>;
};

type Options = {
  signed_url: string;
  permit: Permit;
  isByText: boolean;
  devices: { input: string; output: string };
  /** The agent's first line, for the simulator: a vendor's agent has its own. */
  greeting: string;
  listener: Listener;
};

/** Opens the voice vendor's session. The library comes only now, and its audio worklets from our own address: no policy has to
 *  allow `blob:` scripts. Throws what `faultOf` reads. */
export async function openSession({
  signed_url,
  permit,
  isByText,
  devices,
  greeting,
  listener,
}: Options): Promise<Session> {
  const { Conversation } = await import("@11labs/client");
  let is_quota = false;
  // The library hands a tool its arguments alone; it is called in the same breath in which its event is told.
  let call_id = "";
  const session = await Conversation.startSession({
    signedUrl: onThisHost(signed_url, permit.is_simulated),
    textOnly: isByText,
    ...(permit.is_simulated && { dynamicVariables: { language: permit.language, first_message: greeting } }),
    clientTools: Object.fromEntries(
      tool_names.map((name) => [name, (values: Record<string, unknown>) => listener.onTool(call_id, name, values)]),
    ),
    workletPaths: {
      rawAudioProcessor: "/voice-worklets/rawAudioProcessor.js",
      audioConcatProcessor: "/voice-worklets/audioConcatProcessor.js",
    },
    ...(devices.input && { inputDeviceId: devices.input }),
    ...(devices.output && { outputDeviceId: devices.output }),
    onConnect: listener.onConnect,
    onMessage: ({ role, message }) => listener.onLine(role === "user" ? "customer" : "agent", message),
    onAgentResponseCorrection: (event) =>
      listener.onCorrect(event.original_agent_response, event.corrected_agent_response),
    onModeChange: ({ mode }) => listener.onSpeaking(mode === "speaking"),
    onInterruption: listener.onInterrupt,
    onIncomingEvent: (event) => {
      if (event.type === "client_tool_call") call_id = event.client_tool_call.tool_call_id;
      // It comes in two shapes; both say it in words.
      if (event.type === "error") is_quota = /quota/i.test(JSON.stringify(event));
    },
    onDisconnect: (details) => {
      if (details.reason !== "error") return listener.onEnd({ reason: details.reason, fault: null });
      const isQuota = is_quota || details.closeCode === 1002 || /quota/i.test(details.closeReason ?? "");
      listener.onEnd({ reason: "error", fault: isQuota ? "quota" : "dropped" });
    },
  });
  return {
    vendor_conversation_id: session.getId(),
    end: () => session.endSession(),
    say: (text) => session.sendUserMessage(text),
    mute: (isMuted) => {
      if (session.type === "voice") session.setMicMuted(isMuted);
    },
    levels: () => ({
      customer: session.getInputByteFrequencyData(),
      agent: session.getOutputByteFrequencyData(),
    }),
    hearThrough: async (inputDeviceId) => {
      if (session.type === "voice")
        await session.changeInputDevice({ format: "pcm", sampleRate: 16_000, inputDeviceId });
    },
    speakThrough: async (outputDeviceId) => {
      if (session.type === "voice")
        await session.changeOutputDevice({ format: "pcm", sampleRate: 16_000, outputDeviceId });
    },
  };
}

/** Why a session did not open. */
export function faultOf(error: unknown): CallFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "NotReadableError" || name === "OverconstrainedError")
    return "no_microphone";
  const read = (field: string): unknown => Reflect.get(Object(error), field);
  if (read("closeCode") === 1002 || /quota/i.test(String(read("closeReason") ?? ""))) return "quota";
  if (typeof read("closeCode") === "number" || read("name") === "SessionConnectionError") return "away";
  return "unfit";
}

/** The simulator stands in our own process: the browser reaches it the way it reached this page. */
function onThisHost(signed_url: string, is_simulated: boolean): string {
  if (!is_simulated) return signed_url;
  const url = new URL(signed_url);
  url.protocol = window.location.protocol === "https:" ? "wss:" : "ws:";
  url.host = window.location.host;
  return url.href;
}
