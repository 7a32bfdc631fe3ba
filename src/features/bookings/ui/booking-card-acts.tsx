"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { ClashNote } from "./clash-note.tsx";
import type { Booking } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

/** The two decisions on a phone's card, under the thumb. */
export function BookingCardActs({ booking, decisions }: { booking: Booking; decisions: Decisions }) {
  const t = useTranslations("bookings");
  return (
    <div className="grid gap-3">
      {booking.clashes > 0 ? <ClashNote /> : null}
      <div className="grid grid-cols-2 gap-2">
        <Button
          tone="primary"
          size="lg"
          icon={Check}
          busy={decisions.isBusy(booking)}
          disabled={booking.clashes > 0}
          onClick={() => decisions.approve(booking)}
        >
          {t("approve")}
        </Button>
        <Button tone="danger" size="lg" icon={X} onClick={() => decisions.askReject(booking)}>
          {t("reject")}
        </Button>
      </div>
    </div>
  );
}
