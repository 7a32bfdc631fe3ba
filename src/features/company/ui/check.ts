import { ticket_priorities } from "#drizzle/values.ts";
import { readDecimal } from "#ui/form/amount.ts";
import { atMost, first, required } from "#ui/form/checks.ts";
import type { Problems } from "#ui/form/use-form.ts";
import { clock, iso_days, type Values } from "./values.ts";

/** What can be seen to be wrong with the settings. Of the week the first wrong day is named: "order:3", "time:3", or "none". */
export function checkCompany({ name, name_en, timezone, days, ticket_hours }: Values): Problems<Values> {
  const worked = iso_days.filter((iso) => days[iso].works);
  const untimed = worked.find((iso) => !clock.test(days[iso].from) || !clock.test(days[iso].to));
  const turned = worked.find((iso) => days[iso].from >= days[iso].to);
  const outside = ticket_priorities.some((priority) => {
    const hours = readDecimal(ticket_hours[priority]);
    return hours === null || hours < 0.5 || hours > 720;
  });
  return {
    name: first(required(name), atMost(name, 200)),
    name_en: first(required(name_en), atMost(name_en, 200)),
    timezone: required(timezone),
    days: worked.length === 0 ? "none" : untimed ? `time:${untimed}` : turned ? `order:${turned}` : null,
    ticket_hours: outside ? "range" : null,
  };
}
