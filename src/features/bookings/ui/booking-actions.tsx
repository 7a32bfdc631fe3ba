"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { Kbd } from "#ui/kbd.tsx";
import type { Booking } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";
import { useDecision } from "./words.ts";

/** The decision, or, once it is taken, who took it. */
export function BookingActions({ booking, decisions }: { booking: Booking; decisions: Decisions }) {
  const t = useTranslations("bookings");
  const decision = useDecision()(booking);
  const bar = "shrink-0 border-line border-t bg-surface px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]";

  if (booking.status !== "pending") {
    return decision ? (
      <div className={bar} aria-live="polite">
        <p key={booking.status} className="flex animate-rise items-center gap-2.5 text-13 text-ink-2">
          {booking.decided_by ? <PersonMark name={booking.decided_by.name} kind="staff" size="sm" /> : null}
          {decision}
        </p>
      </div>
    ) : null;
  }
  const clashes = booking.clashes > 0;
  return (
    <div className={bar}>
      <div className="flex gap-2">
        <Button
          tone="primary"
          icon={Check}
          className="flex-1"
          busy={decisions.isBusy(booking)}
          disabled={clashes}
          aria-describedby={clashes ? "clash" : undefined}
          onClick={() => decisions.approve(booking)}
          trailing={<Kbd tone="inherit">A</Kbd>}
        >
          {t("approve_viewing")}
        </Button>
        <Button tone="danger" onClick={() => decisions.askReject(booking)}>
          {t("reject_more")}
        </Button>
      </div>
    </div>
  );
}
