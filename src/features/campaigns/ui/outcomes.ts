import type { Metrics, RecipientStatus } from "./types.ts";

/** The states of recipients in the order in which they are drawn, each with its colour. Those still to be reached have none:
 *  they are the empty rest of the bar. */
export const outcomes = [
  { status: "answered", color: "var(--chart-1)" },
  { status: "no_answer", color: "var(--chart-5)" },
  { status: "busy", color: "var(--chart-3)" },
  { status: "voicemail", color: "var(--chart-2)" },
  { status: "failed", color: "var(--chart-4)" },
  { status: "skipped", color: "var(--border-control)" },
  { status: "dialling", color: "var(--focus)" },
  { status: "pending", color: "var(--paused-soft)" },
] as const satisfies readonly { status: RecipientStatus; color: string }[];

/** Shares of all recipients, for a bar; who waits leaves it empty. */
export function shares(metrics: Metrics) {
  const whole = Math.max(1, metrics.recipients);
  return outcomes
    .filter(({ status }) => status !== "pending" && metrics[status] > 0)
    .map(({ status, color }) => ({ key: status, share: metrics[status] / whole, color }));
}

/** Of those tried at least once, how many answered; null before the first try. */
export const answeredShare = ({ answered, dialled }: Metrics) => (dialled > 0 ? answered / dialled : null);

/** Whom it would still reach. */
export const left = ({ pending, dialling }: Metrics) => pending + dialling;
