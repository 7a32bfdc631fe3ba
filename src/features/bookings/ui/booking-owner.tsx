"use client";
import { useTranslations } from "next-intl";
import { StaffPicker } from "#features/shell/ui/pickers/staff-picker.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useMay } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { useRefusal } from "./refusal.ts";
import { type Booking, isUndone } from "./types.ts";

/** Who shows the viewing; chosen in place while it is still to come. */
export function BookingOwner({ booking }: { booking: Booking }) {
  const t = useTranslations("bookings");
  const { data } = api.staff.list.useQuery({}, { staleTime: 300_000 });
  const assign = useAct(api.bookings.assign, {
    parts: ["bookings"],
    show: ({ id, staff_id }) => ({
      id,
      change: { staff_id, staff: data?.staff.find((colleague) => colleague.id === staff_id) ?? null },
    }),
    done: ({ staff }) => (staff ? t("assigned_toast", { name: isolate(staff.name) }) : t("unassigned_toast")),
    refused: useRefusal(),
  });
  const mayWrite = useMay("bookings.write");
  if (!mayWrite || !isUndone(booking)) {
    return booking.staff ? (
      <bdi>{booking.staff.name}</bdi>
    ) : (
      <span className="font-normal text-muted">{t("no_owner")}</span>
    );
  }
  return (
    <StaffPicker
      label={t("owner")}
      value={booking.staff_id}
      onChange={(staff_id) => assign.run({ id: booking.id, version: booking.version, staff_id })}
      optional
    />
  );
}
