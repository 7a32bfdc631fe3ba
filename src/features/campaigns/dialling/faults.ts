import { VendorError, type VendorFault } from "#agents/ports.ts";

/** After these nobody knows whether it rang: such a try is left to the vendor's report, and to its time limit. */
const in_doubt: readonly VendorFault[] = ["timeout", "cut", "unavailable", "invalid_answer"];
/** With these nothing that comes after could succeed. */
const stops_all: readonly VendorFault[] = ["unauthorized", "no_credit", "quota"];

const wait_seconds = 60;

/** What a failure of the vendor means for the try it belongs to. Null: it is in doubt. Anything but a VendorError is too: a process
 *  that cannot say what happened must not say that nothing did. */
export function settledBy(
  cause: unknown,
  now: number,
): { reason: string; pause_reason?: string; wake_at?: string } | null {
  if (!(cause instanceof VendorError) || in_doubt.includes(cause.fault)) return null;
  const reason = `vendor_${cause.fault}`;
  if (stops_all.includes(cause.fault)) return { reason, pause_reason: reason };
  if (cause.fault !== "rate_limited") return { reason };
  return { reason, wake_at: new Date(now + (cause.retry_after_seconds ?? wait_seconds) * 1000).toISOString() };
}
