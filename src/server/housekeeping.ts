import { callDoor } from "./doors.ts";
import { log } from "./log.ts";
import type { Pool } from "./pool.ts";

/** Once a minute: seals the audit trail and writes the new heads to the log, which lies outside the database: whoever rewrites
 *  the trail would have to rewrite the log as well. Once an hour: removes sessions that are over. Any number of processes may
 *  run it. Answers the way to stop. */
export function startHousekeeping(pool: Pool): () => void {
  const minute = setInterval(() => void quietly(() => sealAudit(pool)), 60_000);
  const hour = setInterval(
    () => void quietly(() => callDoor(pool, "select app.close_expired_sessions()", [])),
    3_600_000,
  );
  minute.unref();
  hour.unref();
  return () => {
    clearInterval(minute);
    clearInterval(hour);
  };
}

async function sealAudit(pool: Pool) {
  const heads = await callDoor<{ company_id: string; link: number; row_count: number; hash: string }>(
    pool,
    "select company_id, link, row_count, hash from app.seal_audit()",
    [],
  );
  for (const head of heads) log.info({ audit_seal: head }, "audit trail sealed");
}

async function quietly(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (cause) {
    log.warn({ failure: cause instanceof Error ? cause.message : "unknown" }, "housekeeping will be tried again");
  }
}
