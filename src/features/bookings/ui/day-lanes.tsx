"use client";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { Section } from "#ui/facts.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ClashNote } from "./clash-note.tsx";
import { DayLane } from "./day-lane.tsx";
import { laneOf } from "./lane.ts";
import { type Booking, type BookingDay, isUndone } from "./types.ts";

/** The day of the member of staff and of the listing, with this viewing in it, and whether the time is free. */
export function DayLanes({ booking, day }: { booking: Booking; day: BookingDay["day"] | null }) {
  const t = useTranslations("bookings");
  const format = useFormat();
  if (!day) {
    return (
      <Section title={t("day")}>
        <Skeleton className="h-8.5 w-full" />
        <Skeleton className="mt-3 h-4 w-40" />
      </Section>
    );
  }
  const staff = laneOf(
    booking,
    day.filter((item) => item.same_staff),
  );
  const listing = laneOf(
    booking,
    day.filter((item) => item.same_property && !item.same_staff),
  );
  const clash = [...staff.items, ...listing.items].find((item) => item.isClash);
  return (
    <Section title={booking.staff ? t("day_of", { name: isolate(booking.staff.name) }) : t("day_listing")}>
      <DayLane booking={booking} lane={booking.staff ? staff : listing} owner={booking.staff_id} />
      {booking.staff && listing.items.length > 0 ? (
        <>
          <h3 className="mt-3.5 mb-2 font-medium text-12 text-muted">{t("day_listing")}</h3>
          <DayLane booking={booking} lane={listing} owner={null} />
        </>
      ) : null}
      <div id="clash" className="mt-2 text-13">
        {clash ? (
          <ClashNote>
            {t(clash.same_staff ? "clash_staff" : "clash_property", {
              staff: isolate(booking.staff?.name ?? ""),
              customer: isolate(clash.customer_name),
              from: format.time(clash.starts_at),
              to: format.time(clash.ends_at),
            })}
          </ClashNote>
        ) : isUndone(booking) ? (
          <p className="flex items-center gap-1.5 text-approved">
            <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
            {t(booking.staff ? "free_both" : "free_listing")}
          </p>
        ) : null}
      </div>
    </Section>
  );
}
