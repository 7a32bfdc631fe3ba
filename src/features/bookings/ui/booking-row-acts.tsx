"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { IconButton } from "#ui/icon-button.tsx";
import type { Booking } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

/** The two decisions at the end of a row: on hover and on focus, always on touch. */
export function BookingRowActs({ booking, decisions }: { booking: Booking; decisions: Decisions }) {
  const t = useTranslations("bookings");
  if (booking.status !== "pending") return null;
  const name = isolate(booking.customer.name);
  return (
    <span className="ms-auto hidden items-center gap-0.5 opacity-0 transition-opacity duration-120 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 room-5xl:flex">
      <IconButton
        label={booking.clashes > 0 ? t("clash_short") : t("approve_of", { name })}
        icon={Check}
        tone="accept"
        disabled={booking.clashes > 0}
        busy={decisions.isBusy(booking)}
        onClick={() => decisions.approve(booking)}
      />
      <IconButton
        label={t("reject_of", { name })}
        icon={X}
        tone="danger"
        onClick={() => decisions.askReject(booking)}
      />
    </span>
  );
}
