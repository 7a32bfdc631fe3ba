import { isDeepStrictEqual } from "node:util";
import type { CallReport } from "#agents/ports.ts";
import type { CallRow } from "./call-row.ts";

export type CallChange = Partial<Omit<CallRow, "id" | "mode">>;

/** What a report changes of a conversation, in any order of reports: until the final one each may add what is not known; the
 *  final one says how it was; later ones only fill what is still empty. What a person or a tool wrote stays. */
export function mergeReport(row: CallRow, report: CallReport, now: string): CallChange {
  const settles = isFinal(report) && row.settled_at === null;
  const pick = <T>(known: T | null, told: T | null): T | null => (settles ? (told ?? known) : (known ?? told));
  const started_at = settles ? (report.started_at ?? row.started_at) : row.started_at;
  const merged: CallChange = {
    language: pick(row.language, report.language),
    summary: row.summary ?? report.summary,
    outcome: row.outcome ?? outcomeOf(report),
    extracted: settles ? { ...row.extracted, ...report.extracted } : { ...report.extracted, ...row.extracted },
    cost_usd_micros: pick(row.cost_usd_micros, report.cost_usd_micros),
    channel: row.channel === "phone" && isOfBrowser(report) ? "web" : row.channel,
    direction: pick(row.direction, report.direction) ?? row.direction,
    ...(isFinal(report) && {
      end_reason: pick(row.end_reason, report.end_reason),
      duration_seconds: pick(row.duration_seconds, report.duration_seconds),
    }),
    ...(settles && {
      started_at,
      status: report.status === "failed" ? ("failed" as const) : ("ended" as const),
      ended_at: endOf(started_at, report.duration_seconds ?? row.duration_seconds) ?? row.ended_at ?? now,
      settled_at: now,
    }),
  };
  return differing(row, merged);
}

export const isFinal = ({ status }: Pick<CallReport, "status">) => status === "done" || status === "failed";

/** What only the vendor knows; how a talk went is for its summary to say. */
function outcomeOf({ status, call_result }: CallReport): CallRow["outcome"] {
  if (call_result === "no_answer" || call_result === "busy" || call_result === "voicemail") return "no_answer";
  return status === "failed" || call_result === "failed" ? "failed" : null;
}

/** Told only by a finished account: an early one may not name its phone call yet. */
const isOfBrowser = (report: CallReport) =>
  isFinal(report) && report.phone === null && report.direction === null && report.call_result === null;

const endOf = (started_at: string, seconds: number | null) =>
  seconds === null ? null : new Date(Date.parse(started_at) + seconds * 1000).toISOString();

/** Without what is so already: a repeated delivery changes nothing, and leaves no trail. */
function differing(row: CallRow, merged: CallChange): CallChange {
  const before: Record<string, unknown> = { ...row };
  return Object.fromEntries(Object.entries(merged).filter(([name, value]) => !isDeepStrictEqual(value, before[name])));
}
