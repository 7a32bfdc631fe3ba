"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import { ClashNote } from "./clash-note.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { RowProps } from "./row-props.ts";
import { usePropertyTitle } from "./words.ts";

/** A viewing on a phone: the whole card opens it, the two decisions lie under the thumb. */
export function BookingCard({ booking, fresh, onOpen, decisions }: RowProps) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const title = usePropertyTitle();
  const { customer, property, starts_at, price, currency, status } = booking;
  return (
    <li
      className={cx(
        "relative grid grid-cols-[minmax(0,1fr)] gap-3 rounded-[12px] border border-line bg-surface p-3.5",
        fresh.has(booking.id) && "animate-flash",
      )}
    >
      <div className="flex items-center gap-2.5">
        <PersonMark name={customer.name} />
        <span className="min-w-0 flex-1">
          <a
            href={bookingsHref({ booking: booking.id })}
            data-booking={booking.id}
            onClick={(event) => {
              event.preventDefault();
              onOpen(booking.id);
            }}
            className="block font-semibold text-14 after:absolute after:inset-0 after:rounded-[12px]"
          >
            <CutText>{customer.name}</CutText>
          </a>
          <small className="block text-12 text-muted">
            <Ltr>{format.phone(customer.phone)}</Ltr>
          </small>
        </span>
        <BookingStatusChip status={status} />
      </div>
      <div className="flex items-center gap-2.5 text-13">
        <PlanGlyph kind={property.kind} />
        <span className="min-w-0 flex-1">
          <span className="block min-w-0 ">
            <CutText>{title(property)}</CutText>
          </span>
          <small className="block text-12 text-muted">
            {price ? format.money(price, currency) : property.reference}
          </small>
        </span>
        <span className="shrink-0 text-end">
          <b className="block font-semibold">{format.time(starts_at)}</b>
          <small className="block text-12 text-muted">{format.day(starts_at)}</small>
        </span>
      </div>
      {status === "pending" ? (
        <>
          {booking.clashes > 0 ? <ClashNote /> : null}
          <div className="relative z-[1] grid grid-cols-2 gap-2">
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
        </>
      ) : null}
    </li>
  );
}
