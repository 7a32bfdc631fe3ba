"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { Td } from "#ui/table.tsx";
import { BookingSource } from "./booking-source.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { RowProps } from "./row-props.ts";
import { usePropertyTitle } from "./words.ts";

export function BookingRow({ booking, fresh, open, onOpen, decisions }: RowProps) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const title = usePropertyTitle();
  const { customer, property, starts_at, price, currency, status } = booking;
  const isOpen = open === booking.id;

  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest("button")) return;
    event.preventDefault();
    onOpen(booking.id);
  };

  return (
    <tr
      onClick={press}
      aria-selected={isOpen}
      className={cx(
        "group cursor-pointer transition-colors duration-120",
        isOpen ? "bg-selected" : "hover:bg-hover",
        fresh.has(booking.id) && "animate-flash",
      )}
    >
      <Td>
        <span className="flex min-w-0 items-center gap-2.5">
          <PersonMark name={customer.name} />
          <span className="min-w-0">
            <a
              href={bookingsHref({ booking: booking.id })}
              data-booking={booking.id}
              className="block rounded-[4px] font-semibold text-14"
            >
              <CutText>{customer.name}</CutText>
            </a>
            {/* Beside a panel there is no room for a column of its own: the listing takes the phone's line. */}
            <small className="block text-12 text-muted @2xl:hidden">
              <CutText>{title(property)}</CutText>
            </small>
            <small className="hidden text-12 text-muted @2xl:block">
              <Ltr>{format.phone(customer.phone)}</Ltr>
            </small>
          </span>
        </span>
      </Td>
      <Td className="hidden @2xl:table-cell">
        <span className="flex min-w-0 items-center gap-2.5">
          <PlanGlyph kind={property.kind} className="max-xl:hidden" />
          <span className="min-w-0">
            <span className="block min-w-0 ">
              <CutText>{title(property)}</CutText>
            </span>
            <small className="block text-12 text-muted">
              {price ? format.money(price, currency) : property.reference}
            </small>
          </span>
        </span>
      </Td>
      <Td>
        <span className="block font-medium">{format.time(starts_at)}</span>
        <small className="cut block text-12 text-muted">{format.day(starts_at)}</small>
      </Td>
      <Td className="hidden @4xl:table-cell">
        <BookingSource booking={booking} />
      </Td>
      <Td>
        <span className="flex items-center gap-2">
          <BookingStatusChip status={status} />
          {status === "pending" ? (
            <span className="ms-auto hidden items-center gap-0.5 opacity-0 transition-opacity duration-120 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 @5xl:flex">
              <IconButton
                label={booking.clashes > 0 ? t("clash_short") : t("approve_of", { name: isolate(customer.name) })}
                icon={Check}
                tone="accept"
                disabled={booking.clashes > 0}
                busy={decisions.isBusy(booking)}
                onClick={() => decisions.approve(booking)}
              />
              <IconButton
                label={t("reject_of", { name: isolate(customer.name) })}
                icon={X}
                tone="danger"
                onClick={() => decisions.askReject(booking)}
              />
            </span>
          ) : null}
        </span>
      </Td>
    </tr>
  );
}
