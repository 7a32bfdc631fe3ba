import { randomBytes } from "node:crypto";
import type { SimulatorAddress } from "#agents/open-agents.ts";
import type { Simulator } from "#agents/simulator/simulator.ts";
import { Refusal } from "#lib/refusal.ts";
import { env } from "#src/env.ts";

/** The simulator of this process, as its server mounts it and its services reach it. */
export interface MountedSimulator extends Pick<Simulator, "handle" | "upgrade" | "stop"> {
  address: SimulatorAddress;
}

/** Slow enough that a running campaign can be watched, and words read as they come. */
const pace = { pace_ms: 1500, token_ms: 30 };

/** Opens the built-in simulator when one of the vendors has no key; null when both have one. It signs with the first secret of
 *  ELEVENLABS_WEBHOOK_SECRET, or with one of its own that ends with the process. */
export async function openSimulator(port: number): Promise<MountedSimulator | null> {
  if (haveKeys()) return null;
  const { createSimulator } = await import("#agents/simulator/simulator.ts");
  const portal_url = `http://${reachable(env.HOST)}:${port}`;
  const webhook_secret = firstSecret() || `wsec_${randomBytes(24).toString("hex")}`;
  const { handle, upgrade, stop } = createSimulator({ portal_url, webhook_secret, ...pace });
  return { handle, upgrade, stop, address: { url: `${portal_url}/simulator`, webhook_secret } };
}

/** The simulator of the portal beside a process of jobs; undefined when both vendors have a key. Throws Refusal naming what is not
 *  set: a call that no vendor can place would be counted as a failed one. */
export function simulatorBeside(): SimulatorAddress | undefined {
  if (haveKeys()) return undefined;
  const { SIMULATOR_URL: url } = env;
  const webhook_secret = firstSecret();
  if (url !== undefined && webhook_secret) return { url: url.replace(/\/+$/, ""), webhook_secret };
  throw new Refusal(
    "Set ELEVENLABS_API_KEY and OPENROUTER_API_KEY; or, where the simulator stands in for one, SIMULATOR_URL " +
      "(http://the-portal:3000/simulator) and the same ELEVENLABS_WEBHOOK_SECRET as the portal's.",
  );
}

const haveKeys = () => env.ELEVENLABS_API_KEY !== undefined && env.OPENROUTER_API_KEY !== undefined;
const firstSecret = () => env.ELEVENLABS_WEBHOOK_SECRET?.split(",")[0]?.trim();

/** An address of this machine that the server surely listens on. */
function reachable(host: string | undefined): string {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
