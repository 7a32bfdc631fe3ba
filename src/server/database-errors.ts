import { DomainError, invalid, Unavailable } from "../errors.ts";

/** SQLSTATE of a database refusal, wherever drizzle wrapped it; null for anything else. */
export function sqlState(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string" && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return null;
}

/** Name of the violated constraint without a distributed server's shard suffix; null when there is none. */
export function constraintName(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ("constraint_name" in at && typeof at.constraint_name === "string")
      return at.constraint_name.replace(/_\d{5,}$/, "");
  }
  return null;
}

const away = new Set([
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53300", // too_many_connections
  "25P03", // idle_in_transaction_session_timeout
  "57014", // statement_timeout
  "55P03", // lock_timeout
  "40001",
  "40P01",
]);

/** Values the database itself cannot hold: too long, out of range, no date, not UTF-8. The schemas refuse them by name; this
 *  is for the one that forgot, so that bad input is never our own failure. */
const unholdable = new Set(["22001", "22003", "22007", "22008", "22021", "22P02", "22P05"]);

const lostConnection = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** What the database said, as one of our refusals: Unavailable for what passes by itself (503, a retry is safe, nothing was
 *  acknowledged), Invalid for a value it cannot hold. Anything else stays as it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const state = sqlState(error);
  if (state !== null) {
    if (unholdable.has(state)) return invalid("", "invalid_value", "A value cannot be stored.");
    const passes = away.has(state) || state.startsWith("08");
    return passes ? new Unavailable("The database is busy or restarting.", { cause: error }) : error;
  }
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof Unavailable) return at;
    if ("code" in at && typeof at.code === "string" && lostConnection.test(at.code)) {
      return new Unavailable("The database is away.", { cause: error });
    }
  }
  return error;
}
