import { openAgents } from "#agents/open-agents.ts";
import type { AgentServices } from "#agents/ports.ts";
import { ChangeFeed } from "#live/feed.ts";
import { env } from "../env.ts";
import type { Services } from "./context.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { Pool } from "./pool.ts";
import { openRecordings, type Recordings } from "./recordings.ts";
import { createSessionStore } from "./sessions.ts";

/** Opens what one process shares. Connections are made when first needed. */
export function openServices(options: {
  databaseUrl: string;
  poolSize?: number;
  /** Default: by the environment's keys; without a key whatever is asked of the agents is Unavailable. */
  agents?: AgentServices;
  recordings?: Recordings;
}): Services & { stop(): Promise<void> } {
  const pool = new Pool({
    url: options.databaseUrl,
    size: options.poolSize ?? env.DATABASE_POOL,
    prepare: env.DATABASE_PREPARE,
    deadline_ms: 5_000,
    application: "portal",
  });
  const changes = new ChangeFeed(pool);
  const stopHousekeeping = startHousekeeping(pool);
  return {
    pool,
    sessions: createSessionStore(pool),
    changes,
    agents: options.agents ?? openAgents(),
    recordings: options.recordings ?? openRecordings(),
    async stop() {
      changes.stop();
      stopHousekeeping();
      await pool.end();
    },
  };
}
