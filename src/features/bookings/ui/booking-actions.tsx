"use client";
import { Ban, CalendarClock, Check, CircleCheckBig, Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { useNow } from "#ui/now.tsx";
import { useDecision } from "./decision.ts";
import { type Booking, isUndone } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

/** Who decided, when somebody did, and what may be done now. */
export function BookingActions({ booking, decisions }: { booking: Booking; decisions: Decisions }) {
  const decision = useDecision()(booking);
  if (!decision && !isUndone(booking)) return null;
  return (
    <div className="@container shrink-0 border-line border-t bg-surface px-4 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      {decision ? (
        <p
          key={booking.status}
          aria-live="polite"
          className="flex animate-rise items-center gap-2.5 px-1 text-13 text-ink-2"
        >
          {booking.decided_by ? <PersonMark name={booking.decided_by.name} kind="staff" size="sm" /> : null}
          {decision}
        </p>
      ) : null}
      {booking.status === "pending" ? <Deciding booking={booking} decisions={decisions} /> : null}
      {booking.status === "approved" ? <Arranged booking={booking} decisions={decisions} /> : null}
    </div>
  );
}

type Props = { booking: Booking; decisions: Decisions };

function Deciding({ booking, decisions }: Props) {
  const t = useTranslations("bookings");
  const clashes = booking.clashes > 0;
  return (
    <div className="flex gap-2">
      <Button
        tone="primary"
        icon={Check}
        className="min-w-0 flex-1"
        busy={decisions.isBusy(booking)}
        disabled={clashes}
        aria-label={t("approve_viewing")}
        aria-describedby={clashes ? "clash" : undefined}
        onClick={() => decisions.approve(booking)}
        trailing={
          <span className="hidden @sm:inline">
            <Kbd tone="inherit">A</Kbd>
          </span>
        }
      >
        {t("approve")}
      </Button>
      <Button onClick={() => decisions.askMove(booking)}>{t("move")}</Button>
      <Button tone="danger" onClick={() => decisions.askReject(booking)}>
        {t("reject_more")}
      </Button>
      <More booking={booking} decisions={decisions} />
    </div>
  );
}

function Arranged({ booking, decisions }: Props) {
  const t = useTranslations("bookings");
  const hasBegun = Date.parse(booking.starts_at) <= useNow();
  return (
    <div className="mt-3 flex gap-2">
      {hasBegun ? (
        <Button
          tone="primary"
          icon={CircleCheckBig}
          className="min-w-0 flex-1"
          busy={decisions.isBusy(booking)}
          onClick={() => decisions.complete(booking)}
        >
          {t("complete")}
        </Button>
      ) : null}
      <Button icon={CalendarClock} className={hasBegun ? "" : "flex-1"} onClick={() => decisions.askMove(booking)}>
        {t("move")}
      </Button>
      <More booking={booking} decisions={decisions} />
    </div>
  );
}

function More({ booking, decisions }: Props) {
  const t = useTranslations("bookings");
  return (
    <Menu side="top" trigger={<IconButton label={t("more_acts")} icon={Ellipsis} tone="default" size="md" />}>
      <MenuItem icon={Ban} tone="danger" onSelect={() => decisions.askCancel(booking)}>
        {t("cancel_more")}
      </MenuItem>
    </Menu>
  );
}
