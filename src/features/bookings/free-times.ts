/** Viewings are offered between these hours of the company's own day. */
const earliest_hour = 9;
const latest_hour = 21;
const half_hour = 1_800_000;

interface Span {
  starts_at: string;
  ends_at: string;
}

/** The half hours of a day nearest to the wanted time at which something as long overlaps nothing that is taken, in order of
 *  time; none that is past. `dayStart` is the day's first instant in the company's zone. */
export function freeTimes(
  wanted: Span,
  taken: readonly Span[],
  { dayStart, now, count }: { dayStart: Date; now: Date; count: number },
): string[] {
  const long = Date.parse(wanted.ends_at) - Date.parse(wanted.starts_at);
  const asked = Date.parse(wanted.starts_at);
  const [opens, closes] = [earliest_hour, latest_hour].map((hour) => dayStart.getTime() + hour * 2 * half_hour);
  if (opens === undefined || closes === undefined) return [];
  const free: number[] = [];
  for (let at = opens; at + long <= closes; at += half_hour) {
    const isTaken = taken.some((one) => Date.parse(one.starts_at) < at + long && Date.parse(one.ends_at) > at);
    if (at > now.getTime() && at !== asked && !isTaken) free.push(at);
  }
  return free
    .sort((one, other) => Math.abs(one - asked) - Math.abs(other - asked) || one - other)
    .slice(0, count)
    .sort((one, other) => one - other)
    .map((at) => new Date(at).toISOString());
}
