"use client";
import { useFormat } from "#i18n/format-context.tsx";
import { instantAt } from "#i18n/zoned.ts";
import { first, required } from "#ui/form/checks.ts";
import { useForm } from "#ui/form/use-form.ts";

type Chosen = { id: string; text: string } | null;
export type ViewingValues = {
  customer: Chosen;
  property: Chosen;
  /** Day and clock of the company's zone: "2026-11-24", "17:30". */
  day: string;
  clock: string;
  minutes: string;
  staff_id: string | null;
  notes: string;
};
export type Times = { starts_at: string; ends_at: string };

type Options = {
  /** The code of what stands in the way of these values, beyond the form's own; null when nothing does. */
  blocked: () => string | null;
  send: (values: ViewingValues, times: Times) => Promise<unknown>;
};

/** The form of a viewing, new or moved. What the time runs into is asked beside it (useTimeCheck). */
export function useViewingForm(initial: ViewingValues, { blocked, send }: Options) {
  const { time_zone } = useFormat();
  return useForm<ViewingValues>(initial, {
    check: (values) => {
      const times = timesOf(values, time_zone);
      return {
        customer: required(values.customer),
        property: required(values.property),
        day: first(required(values.day), isDay(values.day) ? null : "date"),
        clock: first(
          required(values.clock),
          isClock(values.clock) ? null : "time",
          times && Date.parse(times.starts_at) < Date.now() ? "past" : null,
          blocked(),
        ),
      };
    },
    send: async (values) => {
      const times = timesOf(values, time_zone);
      if (times) await send(values, times);
    },
    rename: { customer_id: "customer", property_id: "property", starts_at: "clock", ends_at: "clock" },
  });
}

export type ViewingForm = ReturnType<typeof useViewingForm>;

/** The instants that the fields say; null until they say a time. */
export function timesOf(values: Pick<ViewingValues, "day" | "clock" | "minutes">, time_zone: string): Times | null {
  const { day, clock, minutes } = values;
  if (!isDay(day) || !isClock(clock)) return null;
  const starts_at = instantAt(day, clock, time_zone);
  return { starts_at, ends_at: new Date(Date.parse(starts_at) + Number(minutes) * 60_000).toISOString() };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
