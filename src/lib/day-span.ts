import { addDays, startOfZonedDay } from "./time.ts";

/** The two ends of a filter as they stand in an address: a calendar day ("2026-11-22"; the last one is included) or an
 *  instant, as a link from a chart of hours has it. Answers instants, `to` exclusive; what is neither is left out. */
export function spanOf(
  ends: { from: string | null; to: string | null },
  timezone: string,
): { from?: string; to?: string } {
  const from = instantOf(ends.from, timezone, 0);
  const to = instantOf(ends.to, timezone, 1);
  return { ...(from && { from }), ...(to && { to }) };
}

function instantOf(end: string | null, timezone: string, days: number): string | null {
  if (end === null || Number.isNaN(Date.parse(end))) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(end)) return /^\d{4}-\d{2}-\d{2}T/.test(end) ? new Date(end).toISOString() : null;
  return startOfZonedDay(addDays(end, days), timezone).toISOString();
}
