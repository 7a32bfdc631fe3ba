import { DomainError, Unavailable } from "../errors.ts";

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

const lostConnection = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** A failure that passes by itself becomes `Unavailable` (503, retry safe: nothing was acknowledged); others stay as they are. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const state = sqlState(error);
  if (state !== null)
    return away.has(state) || state.startsWith("08")
      ? new Unavailable("The database is busy or restarting.", { cause: error })
      : error;
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string" && lostConnection.test(at.code)) {
      return new Unavailable("The database is away.", { cause: error });
    }
    if (at instanceof Unavailable) return at;
  }
  return error;
}
