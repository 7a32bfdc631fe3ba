import { createHash } from "node:crypto";
import { callDoor } from "./doors.ts";
import type { Pool } from "./pool.ts";

const calls_a_minute = 240;

/** Counts a tool's call of a company, over all processes; answers the seconds to wait, 0 when it may go on.
 *  Source: sql/doors/sign_in.sql, whose counters are keyed by hash and know nothing of sign-ins. */
export async function waitForTools(pool: Pool, company_id: string): Promise<number> {
  const key = createHash("sha256").update(`tools:${company_id}`).digest("hex");
  const [count] = await callDoor<{ wait: number }>(pool, "select app.count_sign_in($1, $2, $3) as wait", [
    [key],
    [calls_a_minute],
    60,
  ]);
  return count?.wait ?? 0;
}
