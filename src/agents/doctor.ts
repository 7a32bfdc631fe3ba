import { Refusal } from "#lib/refusal.ts";
import { env } from "#src/env.ts";
import { examineElevenLabs } from "./doctor/elevenlabs.ts";
import { type Finding, note } from "./doctor/finding.ts";
import { examineOpenRouter } from "./doctor/openrouter.ts";

// npm run agents:doctor [agent ids …]: looks at both vendors as the portal would use them, says what is wrong and how to mend
// it, and ends with 1 when something is.
const marks = { good: "ok     ", bad: "WRONG  ", note: "note   " } as const;

try {
  const findings = [...(await chat()), ...(await voice(process.argv.slice(2)))];
  for (const { state, text } of findings) console.log(`${marks[state]}${text}`);
  process.exitCode = findings.some(({ state }) => state === "bad") ? 1 : 0;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function chat(): Promise<Finding[]> {
  if (env.OPENROUTER_API_KEY === undefined) {
    return [note("OPENROUTER_API_KEY is not set: the built-in simulator answers for the chat agent.")];
  }
  const base_url = trimmed(env.OPENROUTER_BASE_URL ?? "https://openrouter.ai/api/v1");
  return examineOpenRouter({ base_url, api_key: env.OPENROUTER_API_KEY, model: env.OPENROUTER_MODEL });
}

async function voice(agent_ids: readonly string[]): Promise<Finding[]> {
  if (env.ELEVENLABS_API_KEY === undefined) {
    return [note("ELEVENLABS_API_KEY is not set: the built-in simulator answers for the voice agent.")];
  }
  return examineElevenLabs({
    base_url: trimmed(env.ELEVENLABS_BASE_URL ?? "https://api.elevenlabs.io"),
    api_key: env.ELEVENLABS_API_KEY,
    agent_ids,
    public_origin: env.PUBLIC_ORIGIN ?? null,
    has_webhook_secret: env.ELEVENLABS_WEBHOOK_SECRET !== undefined,
  });
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, "");
}
