"use client";
import { useDeferredValue } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { timesOf, type ViewingValues } from "./use-viewing-form.ts";

const nowhere = { property_id: "", starts_at: "", ends_at: "" };

/** What the time in the form would run into, asked while it is being chosen. */
export function useTimeCheck(values: ViewingValues, booking_id?: string) {
  const { time_zone } = useFormat();
  const { day, clock, minutes, property, staff_id } = useDeferredValue(values);
  const times = timesOf({ day, clock, minutes }, time_zone);
  const asked =
    times && property ? { property_id: property.id, staff_id, ...times, ...(booking_id && { booking_id }) } : null;
  const check = api.bookings.checkTime.useQuery(asked ?? nowhere, { enabled: asked !== null });
  return {
    asked,
    data: asked ? check.data : undefined,
    isPending: asked !== null && check.isPending,
    /** The approved viewing that is in the way. */
    clash: (asked && check.data?.clashes.find(({ status }) => status === "approved")) || null,
  };
}
