import type { Format } from "#i18n/format.ts";
import { addDays, startOfZonedDay } from "#lib/time.ts";
import type { Filters } from "./filters.ts";
import type { BoardInput, CountInput, ListInput } from "./types.ts";

type Clock = { format: Format; now: number };

export const page_size = 30;
export const column_size = 15;
const days = { week: 7, month: 30, quarter: 90 } as const;

/** The list as it is asked for. Page and browser both build it here, so that what the page fetched is what the list finds. */
export function listInput(filters: Filters, clock: Clock): ListInput {
  return { ...countInput(filters, clock), ...(filters.stage && { stage: filters.stage }), limit: page_size };
}

export function boardInput(filters: Filters, clock: Clock): BoardInput {
  return { ...countInput(filters, clock), limit: column_size };
}

export function countInput({ q, owner, when, reached, from, to }: Filters, clock: Clock): CountInput {
  const words = q.trim();
  const zone = clock.format.time_zone;
  const [since, until] = [from && instantOf(from, zone), to && instantOf(to, zone, 1)];
  const span = when && new Date(clock.format.startOfDay(clock.now, 1 - days[when])).toISOString();
  return {
    ...(words && { q: words }),
    ...(owner && { owner_id: owner }),
    ...(reached && { reached }),
    ...((span ?? since) && { from: span ?? since ?? "" }),
    ...(until && !span && { to: until }),
  };
}

/** Null for what somebody typed into the address that is no time. */
function instantOf(text: string, zone: string, days = 0): string | null {
  if (Number.isNaN(Date.parse(text))) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return startOfZonedDay(addDays(text, days), zone).toISOString();
  return new Date(text).toISOString();
}
