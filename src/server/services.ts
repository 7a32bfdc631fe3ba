import { ChangeFeed } from "#live/feed.ts";
import { env } from "../env.ts";
import type { Services } from "./context.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { Pool } from "./pool.ts";
import { createSessionStore } from "./sessions.ts";

/** Opens what one process shares. Connections are made when first needed. */
export function openServices(options: {
  databaseUrl: string;
  poolSize?: number;
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
    async stop() {
      changes.stop();
      stopHousekeeping();
      await pool.end();
    },
  };
}
