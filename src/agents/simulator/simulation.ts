import { randomBytes } from "node:crypto";
import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import type { Batch } from "./elevenlabs/batch.ts";
import type { SimulatedCall } from "./elevenlabs/call.ts";
import type { LoggedRequest } from "./exchange.ts";
import { type Faults, openFaults } from "./faults.ts";
import { simulatorKey } from "./key.ts";

export interface SimulatorOptions {
  /** Where webhooks and server tools are sent: "http://127.0.0.1:3000". A function where it is known only later. */
  portal_url: string | (() => string);
  webhook_secret: string;
  /** Chooses wordings and what becomes of calls. */
  seed?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Milliseconds for a turn of a phone call, a ringing, and the work after a call. 0: at once. */
  pace_ms?: number;
  /** Between two words of a streamed answer. */
  token_ms?: number;
  /** Between two pings on a voice socket. */
  ping_ms?: number;
}

/** A webhook that was sent: what it was and what the portal answered; 0 when it did not answer. */
export interface Delivery {
  type: string;
  conversation_id: string;
  status: number;
}

/** Everything one simulator holds, in memory: it begins empty with its process. */
export interface Simulation {
  readonly api_key: string;
  readonly webhook_secret: string;
  readonly seed: number;
  readonly pace_ms: number;
  readonly token_ms: number;
  readonly ping_ms: number;
  readonly faults: Faults;
  readonly log: LoggedRequest[];
  readonly deliveries: Delivery[];
  readonly calls: Map<string, SimulatedCall>;
  readonly batches: Map<string, Batch>;
  readonly agents: Map<string, Record<string, unknown>>;
  readonly webhooks: Map<string, { name: string; url: string }>;
  /** What microphones are taken to say, a script a session. */
  readonly scripts: { lines: string[]; every_chunks: number }[];
  readonly used_signatures: Set<string>;
  readonly stopping: AbortSignal;
  portalUrl(): string;
  now(): number;
  /** Never the same twice, in any process: the portal keeps them. */
  nextId(prefix: string): string;
  /** Waits, at least until other work has had its turn; rejects when the simulator stops. */
  pause(ms: number): Promise<void>;
  /** Work that no request waits for; stop() does. */
  background(work: () => Promise<void>): void;
  stop(): Promise<void>;
}

const longest_log = 5000;

export function openSimulation(options: SimulatorOptions): Simulation {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const now = options.now ?? Date.now;
  const log: LoggedRequest[] = [];
  return {
    api_key: simulatorKey(options.webhook_secret),
    webhook_secret: options.webhook_secret,
    seed: options.seed ?? 1,
    pace_ms: options.pace_ms ?? 0,
    token_ms: options.token_ms ?? 0,
    ping_ms: options.ping_ms ?? 5000,
    faults: openFaults(),
    log: bounded(log),
    deliveries: [],
    calls: new Map(),
    batches: new Map(),
    agents: new Map(),
    webhooks: new Map(),
    scripts: [],
    used_signatures: new Set(),
    stopping: stopping.signal,
    portalUrl: () => (typeof options.portal_url === "string" ? options.portal_url : options.portal_url()),
    now,
    nextId: (prefix) => `${prefix}_${randomBytes(12).toString("hex")}`,
    pause: async (ms) => {
      stopping.signal.throwIfAborted();
      if (ms > 0) await wait(ms, undefined, { signal: stopping.signal });
      else await breathe();
    },
    background: (work) => {
      const done = work()
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) console.error("simulator:", error);
        })
        .finally(() => running.delete(done));
      running.add(done);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** A simulator that runs for weeks keeps its newest requests only. */
function bounded(log: LoggedRequest[]): LoggedRequest[] {
  const push = log.push.bind(log);
  log.push = (...requests) => {
    if (log.length > longest_log) log.splice(0, log.length - longest_log);
    return push(...requests);
  };
  return log;
}
