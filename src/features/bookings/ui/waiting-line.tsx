"use client";
import { Check, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Tip } from "#ui/tooltip.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { Booking } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

type Props = { booking: Booking; fresh: boolean; decisions: Decisions };

export function WaitingLine({ booking, fresh, decisions }: Props) {
  const format = useFormat();
  const t = useTranslations("bookings");
  const title = usePropertyTitle();
  const { customer, property, starts_at, source } = booking;
  return (
    <li
      className={cx(
        "grid grid-cols-[32px_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 border-line border-t px-4 py-2.25 text-13 leading-normal transition-colors duration-120 hover:bg-hover",
        "md:grid-cols-[32px_minmax(0,1.1fr)_minmax(0,1.2fr)_128px_auto]",
        fresh && "animate-flash",
      )}
    >
      <PersonMark name={customer.name} />
      <span className="min-w-0">
        <Link
          href={bookingsHref({ booking: booking.id })}
          className="block font-semibold text-14 hover:underline hover:underline-offset-4"
        >
          <CutText>{customer.name}</CutText>
        </Link>
        <small className="block text-12 text-muted">
          <Ltr>{format.phone(customer.phone)}</Ltr>
        </small>
      </span>
      <span className="max-md:text-end md:order-2">
        {format.time(starts_at)}
        <small className="block text-12 text-muted">{format.day(starts_at)}</small>
      </span>
      <span className="flex min-w-0 items-center gap-2 max-md:col-span-2 max-md:col-start-2 md:contents">
        <span className="min-w-0 flex-1 md:order-1">
          <span className="block min-w-0 ">
            <CutText>{title(property)}</CutText>
          </span>
          <small className="cut block text-12 text-muted">{t(`booked_by_${source}`)}</small>
        </span>
        <span className="flex shrink-0 items-center justify-end gap-1 md:order-3">
          {booking.status === "pending" ? (
            <Acts booking={booking} decisions={decisions} />
          ) : (
            <BookingStatusChip status={booking.status} />
          )}
        </span>
      </span>
    </li>
  );
}

function Acts({ booking, decisions }: Omit<Props, "fresh">) {
  const t = useTranslations("bookings");
  const clash = booking.clashes > 0;
  const approve = (
    <Button
      size="sm"
      icon={Check}
      busy={decisions.isBusy(booking)}
      aria-disabled={clash || undefined}
      aria-label={t("approve_of", { name: isolate(booking.customer.name) })}
      onClick={() => (clash ? undefined : decisions.approve(booking))}
      className={clash ? "" : "text-accent-text"}
    >
      {t("approve")}
    </Button>
  );
  return (
    <>
      {clash ? <Tip text={t("clash_short")}>{approve}</Tip> : approve}
      <IconButton
        label={t("reject_of", { name: isolate(booking.customer.name) })}
        icon={X}
        tone="danger"
        onClick={() => decisions.askReject(booking)}
      />
    </>
  );
}
