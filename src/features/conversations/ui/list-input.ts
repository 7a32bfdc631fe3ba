import type { Format } from "#i18n/format.ts";
import { foldArabic } from "#lib/arabic.ts";
import { startOfZonedDay } from "#lib/time.ts";
import type { Filters } from "./filters.ts";
import type { CountInput, ListInput } from "./types.ts";

type Clock = { format: Format; now: number };

export const page_size = 30;
const days_back = { today: 0, week: -6, month: -29 };

/** The list as it is asked for. Page and browser both build it here, so that what the page fetched is what the list finds. */
export function listInput(filters: Filters, clock: Clock): ListInput {
  return {
    ...countInput(filters, clock),
    ...(filters.status && { status: filters.status }),
    ...(filters.handed && { handed_over_to: filters.handed }),
    with_transcript: false,
    limit: page_size,
  };
}

export function countInput(filters: Filters, clock: Clock): CountInput {
  const { type, outcome, customer, mode } = filters;
  const q = searchedFor(filters.q);
  return {
    ...(type && { type }),
    ...(outcome && { outcome }),
    ...(mode && { mode }),
    ...(customer && { customer_id: customer }),
    ...(q && { q }),
    ...span(filters, clock),
  };
}

/** The words as far as the search takes them: two letters at least. */
export function searchedFor(typed: string): string {
  return foldArabic(typed).length >= 2 ? typed.trim() : "";
}

function span({ when, from, to }: Filters, { format, now }: Clock): { from?: string; to?: string } {
  if (when && when !== "custom") return { from: new Date(format.startOfDay(now, days_back[when])).toISOString() };
  const [first, last] = [instantOf(from, format, 0), instantOf(to, format, 1)];
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** The beginning of a day, moved by whole days; an instant as it is; nothing for what is neither. */
function instantOf(value: string | null, format: Format, days: number): string | null {
  if (value === null || Number.isNaN(Date.parse(value))) return null;
  if (!dayShape.test(value)) return new Date(value).toISOString();
  const noon = startOfZonedDay(value, format.time_zone).getTime() + 43_200_000;
  return new Date(format.startOfDay(noon, days)).toISOString();
}
