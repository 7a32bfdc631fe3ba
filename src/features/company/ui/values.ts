import type { ticket_priorities } from "#drizzle/values.ts";
import { type Currency, isCurrency } from "#lib/money.ts";
import type { Inputs, Outputs } from "#trpc/api.ts";
import { readDecimal } from "#ui/form/amount.ts";

export type Company = Outputs["company"]["one"];
type Change = Inputs["company"]["update"];

/** ISO weekdays. */
export const iso_days = [1, 2, 3, 4, 5, 6, 7] as const;
export type IsoDay = (typeof iso_days)[number];
export type Day = { works: boolean; from: string; to: string; is_weekend: boolean };

/** The settings as the form holds them: one row a weekday, hours as they are typed. */
export type Values = Pick<Company, "name" | "name_en" | "locale" | "digits" | "timezone"> & {
  currency: Currency;
  week_start: string;
  days: Record<IsoDay, Day>;
  ticket_hours: Record<(typeof ticket_priorities)[number], string>;
};

export const clock = /^\d\d:\d\d$/;
const usual = { from: "09:00", to: "18:00" };

export function valuesOf(company: Company): Values {
  const { name, name_en, locale, digits, timezone, currency, week_start, weekend, working_hours, ticket_hours } =
    company;
  const day = (iso: IsoDay): Day => ({
    works: working_hours[iso] !== undefined,
    ...(working_hours[iso] ?? usual),
    is_weekend: weekend.includes(iso),
  });
  return {
    name,
    name_en,
    locale,
    digits,
    timezone,
    currency: isCurrency(currency) ? currency : "SAR",
    week_start: String(week_start),
    days: { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) },
    ticket_hours: {
      low: String(ticket_hours.low),
      medium: String(ticket_hours.medium),
      high: String(ticket_hours.high),
      urgent: String(ticket_hours.urgent),
    },
  };
}

/** What of the settings differs from what they were: only that is sent, so that a colleague's other changes stay. */
export function changesOf(before: Company, values: Values): Change {
  const asked = asInput(values);
  const changed = Object.entries(asked).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(asInput(valuesOf(before)), field)),
  );
  return Object.fromEntries(changed);
}

/** Fields that differ between two states of the settings, by their names. */
export const differing = (one: Company, other: Company): string[] => Object.keys(changesOf(one, valuesOf(other)));

/** How long the company works in a week, in hours. */
export function weeklyHours(days: Values["days"]): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const worked = Object.values(days).filter(
    ({ works, from, to }) => works && clock.test(from) && clock.test(to) && from < to,
  );
  return worked.reduce((sum, { from, to }) => sum + (minutes(to) - minutes(from)) / 60, 0);
}

function asInput({ week_start, days, ticket_hours, ...rest }: Values): Change {
  const worked = iso_days.filter((iso) => days[iso].works);
  const entries = worked.map((iso) => [String(iso), { from: days[iso].from, to: days[iso].to }] as const);
  const hours = (priority: keyof typeof ticket_hours) => readDecimal(ticket_hours[priority]) ?? 0;
  return {
    ...rest,
    week_start: Number(week_start),
    weekend: iso_days.filter((iso) => days[iso].is_weekend),
    working_hours: Object.fromEntries(entries),
    ticket_hours: { low: hours("low"), medium: hours("medium"), high: hours("high"), urgent: hours("urgent") },
  };
}
