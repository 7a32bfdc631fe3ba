import { latinDigits } from "#lib/digits.ts";
import type { Problem, Problems } from "#ui/form/use-form.ts";
import { inForce } from "./limits.ts";
import type { CountryRule, Limits, SaveRule } from "./types.ts";

/** A country's limits as the form holds them; `holiday` is the day that is being written. */
export type Values = {
  from_time: string;
  to_time: string;
  on_weekend: boolean;
  unanswered_per_day: string;
  unanswered_per_week: string;
  holidays: readonly string[];
  holiday: string;
};

export function valuesOf(rule: CountryRule): Values {
  const limits = inForce(rule);
  return {
    from_time: limits.from_time,
    to_time: limits.to_time,
    on_weekend: limits.on_weekend,
    unanswered_per_day: String(limits.unanswered_per_day),
    unanswered_per_week: String(limits.unanswered_per_week),
    holidays: rule.own?.holidays ?? [],
    holiday: "",
  };
}

export const most_holidays = 100;

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** With one more day, once each, in their order. */
export const withDay = (days: readonly string[], day: string): string[] => [...new Set([...days, day])].sort();

export function checkRule(values: Values): Problems<Values> {
  const [from, to] = [clockOf(values.from_time), clockOf(values.to_time)];
  return {
    from_time: /^([01]\d|2[0-3]):[0-5]\d$/.test(from) ? null : "time",
    to_time: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(to) ? (from < to ? null : "ends_before_start") : "time",
    unanswered_per_day: within(values.unanswered_per_day, 10),
    unanswered_per_week: within(values.unanswered_per_week, 30),
    holiday: values.holiday.trim() === "" || isDay(values.holiday) ? null : "date",
    holidays: daysOf(values).length > most_holidays ? "too_big" : null,
  };
}

/** As far as they can be compared while they are written. */
export const limitsOf = (values: Values): Limits => ({
  from_time: clockOf(values.from_time),
  to_time: clockOf(values.to_time),
  on_weekend: values.on_weekend,
  unanswered_per_day: numberOf(values.unanswered_per_day),
  unanswered_per_week: numberOf(values.unanswered_per_week),
});

/** As the API takes them. A day that was written and not added is meant all the same. */
export const asSent = (country: string, values: Values): SaveRule => ({
  country,
  ...limitsOf(values),
  holidays: daysOf(values),
});

const daysOf = ({ holidays, holiday }: Values): string[] =>
  isDay(holiday) ? withDay(holidays, holiday) : [...holidays];

const clockOf = (text: string) => latinDigits(text).trim();
const numberOf = (text: string) => Number(latinDigits(text).trim() || Number.NaN);

function within(text: string, most: number): Problem {
  const number = numberOf(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? null : "range";
}
