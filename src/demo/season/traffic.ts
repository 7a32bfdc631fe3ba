import { type Calendar, hourMs, minuteMs } from "../calendar.ts";
import type { CompanyPlan } from "../plan.ts";
import type { Random } from "../random.ts";

/** When customers got in touch over the last `days` days, in order: few at dawn and at the weekend, most in the evening,
 *  and a little more each week. None within the last half hour, which belongs to the talks still going on. */
export function traffic(plan: CompanyPlan, calendar: Calendar, chance: Random, days: number, count: number): number[] {
  const until = calendar.now - 30 * minuteMs;
  const from = calendar.dayStart(1 - days);
  const cumulative: number[] = [];
  let total = 0;
  for (let hour = from; hour < until; hour += hourMs) {
    const growth = 0.8 + (0.4 * (hour - from)) / (until - from);
    const share = Math.min(1, (until - hour) / hourMs);
    total += (plan.hours[calendar.hour(hour)] ?? 0) * (plan.weekdays[calendar.weekday(hour) - 1] ?? 0) * growth * share;
    cumulative.push(total);
  }
  return Array.from({ length: count }, () => {
    const wanted = chance.next() * total;
    const hour = from + cumulative.findIndex((sum) => sum > wanted) * hourMs;
    return hour + Math.floor(chance.next() * Math.min(hourMs, until - hour));
  }).sort((a, b) => a - b);
}
