import { env } from "../env.ts";

/** Where a browser's calls go: "wss://api.elevenlabs.io". Null without a key: the simulator answers from our own address. */
export function voiceOrigin(): string | null {
  if (env.ELEVENLABS_API_KEY === undefined) return null;
  const { protocol, host } = new URL(env.ELEVENLABS_BASE_URL ?? "https://api.elevenlabs.io");
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}`;
}
