import { env } from "../env.ts";
import { elevenLabsVoice } from "./elevenlabs/voice.ts";
import { simulatedMessages } from "./messages/simulated.ts";
import { openRouterChat } from "./openrouter/chat.ts";
import type { AgentServices, ChatProvider, VoiceProvider } from "./ports.ts";
import { VendorError } from "./ports.ts";
import { simulatorAgentId, simulatorKey } from "./simulator/key.ts";

/** Where the built-in simulator listens, and what it signs its webhooks with. */
export interface SimulatorAddress {
  /** "http://127.0.0.1:3000/simulator", as this process reaches it. */
  url: string;
  webhook_secret: string;
}

/** The agents' services by the environment's keys: a vendor with a key is the real one, one without is the simulator, and
 *  without a simulator whatever is asked of it throws VendorError("unavailable"). */
export function openAgents({ simulator }: { simulator?: SimulatorAddress } = {}): AgentServices {
  const secrets = (env.ELEVENLABS_WEBHOOK_SECRET?.split(",") ?? []).map((secret) => secret.trim());
  const voice = openVoice(simulator);
  return {
    voice,
    chat: openChat(simulator),
    messages: simulatedMessages(),
    // The simulator's own signature opens nothing while the real vendor speaks.
    webhook_secrets: voice.is_simulated && simulator ? [simulator.webhook_secret] : secrets.filter(Boolean),
    defaultVoiceAgent: voice.is_simulated ? simulatorAgentId : () => null,
  };
}

function openVoice(simulator: SimulatorAddress | undefined): VoiceProvider {
  const { ELEVENLABS_API_KEY: api_key, ELEVENLABS_BASE_URL: base_url = "https://api.elevenlabs.io" } = env;
  if (api_key !== undefined) return elevenLabsVoice({ api_key, base_url, is_simulated: false });
  if (!simulator) return absentVoice;
  const { url, webhook_secret } = simulator;
  return elevenLabsVoice({ api_key: simulatorKey(webhook_secret), base_url: `${url}/elevenlabs`, is_simulated: true });
}

function openChat(simulator: SimulatorAddress | undefined): ChatProvider {
  if (env.OPENROUTER_API_KEY !== undefined) return openRouter(env.OPENROUTER_API_KEY);
  if (!simulator) return absentChat;
  const { url, webhook_secret } = simulator;
  return openRouterChat({
    api_key: simulatorKey(webhook_secret),
    base_url: `${url}/openrouter/api/v1`,
    is_simulated: true,
    referer: null,
  });
}

const openRouter = (api_key: string) =>
  openRouterChat({
    api_key,
    base_url: env.OPENROUTER_BASE_URL ?? "https://openrouter.ai/api/v1",
    is_simulated: false,
    referer: env.PUBLIC_ORIGIN ?? null,
  });

const absent = (vendor: string) => () => {
  throw new VendorError(vendor, "unavailable");
};
const absentVoice: VoiceProvider = {
  vendor: "elevenlabs",
  is_simulated: false,
  signedUrl: absent("elevenlabs"),
  conversation: absent("elevenlabs"),
  audio: absent("elevenlabs"),
  placeCall: absent("elevenlabs"),
};
const absentChat: ChatProvider = { vendor: "openrouter", is_simulated: false, stream: absent("openrouter") };
