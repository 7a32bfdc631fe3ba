"use client";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { BookingRowActs } from "./booking-row-acts.tsx";
import { BookingSource } from "./booking-source.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import type { Booking } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

export function useBookingLead(): (booking: Booking) => Lead {
  const format = useFormat();
  const title = usePropertyTitle();
  return ({ customer, property }) => ({
    mark: <PersonMark name={customer.name} />,
    title: customer.name,
    under: (
      <>
        {/* Beside a panel there is no room for a column of its own: the listing takes the phone's line. */}
        <span className="block room-2xl:hidden max-md:hidden">
          <CutText>{title(property)}</CutText>
        </span>
        <span className="md:hidden room-2xl:block">
          <Ltr>{format.phone(customer.phone)}</Ltr>
        </span>
      </>
    ),
  });
}

export function useBookingColumns(decisions: Decisions): readonly Column<Booking>[] {
  const t = useTranslations("bookings");
  const format = useFormat();
  const title = usePropertyTitle();
  const property = ({ property, price, currency }: Booking) => (
    <span className="flex min-w-0 items-center gap-2.5">
      <PlanGlyph kind={property.kind} className="md:max-xl:hidden" />
      <span className="min-w-0">
        <CutText>{title(property)}</CutText>
        <small className="block text-12 text-muted">{price ? format.money(price, currency) : property.reference}</small>
      </span>
    </span>
  );
  const when = ({ starts_at }: Booking) => (
    <>
      <span className="font-medium md:block">{format.time(starts_at)}</span>{" "}
      <small className="cut text-12 text-muted md:block">{format.day(starts_at)}</small>
    </>
  );
  return [
    { id: "property", head: t("col_property"), cell: property, from: "2xl", card: "line" },
    { id: "when", head: t("col_when"), cell: when, width: "w-38", card: "line" },
    {
      id: "source",
      head: t("col_source"),
      cell: (booking) => <BookingSource booking={booking} />,
      width: "w-36",
      from: "4xl",
    },
    {
      id: "status",
      head: t("col_status"),
      width: "w-34 room-4xl:w-36 room-5xl:w-62",
      card: "end",
      cell: (booking) => (
        <span className="flex items-center gap-2">
          <BookingStatusChip status={booking.status} />
          <BookingRowActs booking={booking} decisions={decisions} />
        </span>
      ),
    },
  ];
}
