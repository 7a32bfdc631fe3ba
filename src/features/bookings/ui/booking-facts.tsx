"use client";
import { Phone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PermitState } from "#features/shell/ui/permit-state.tsx";
import { useAgo, usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { buttonClass, LinkButton } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Fact, Facts, Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { Tip } from "#ui/tooltip.tsx";
import { BookingOwner } from "./booking-owner.tsx";
import { BookingSource } from "./booking-source.tsx";
import type { Booking } from "./types.ts";

/** Who asks, the day around it (given), what was said, and what it is about. */
export function BookingFacts({ booking, children }: { booking: Booking; children: ReactNode }) {
  const t = useTranslations("bookings");
  const words = useTranslations("words");
  const format = useFormat();
  const ago = useAgo();
  const title = usePropertyTitle();
  const { customer, property, price, currency, notes } = booking;
  return (
    <>
      <Section>
        <div className="flex items-center gap-2.5">
          <PersonMark name={customer.name} />
          <span className="min-w-0 flex-1">
            <b className="block text-14">
              <CutText>{customer.name}</CutText>
            </b>
            <span className="block text-12 text-muted">
              <Ltr>{format.phone(customer.phone)}</Ltr> · {words(`stage_${customer.stage}`)}
            </span>
          </span>
          <LinkButton size="sm" href={`/customers/${customer.id}`} prefetch={false}>
            {t("customer_page")}
          </LinkButton>
          <Tip text={t("call", { name: isolate(customer.name) })}>
            <a
              href={`tel:${customer.phone}`}
              aria-label={t("call", { name: isolate(customer.name) })}
              className={buttonClass({ size: "icon" }, "touch")}
            >
              <Phone size={14} strokeWidth={1.75} aria-hidden />
            </a>
          </Tip>
        </div>
      </Section>
      {children}
      {notes ? (
        <Section title={t("notes")}>
          <div className="flex gap-2.5 rounded-card bg-sunken px-3 py-2.5">
            <BookingSource booking={booking} word={false} />
            <p dir="auto" className="min-w-0 flex-1 text-14 [overflow-wrap:anywhere]">
              {notes}
            </p>
          </div>
        </Section>
      ) : null}
      <Section last>
        <div className="mb-3.5 flex items-center gap-2.5">
          <PlanGlyph kind={property.kind} />
          <span className="min-w-0">
            <Link
              href={`/properties/${property.id}`}
              prefetch={false}
              className="block min-w-0 rounded-[4px] font-semibold text-14 hover:underline hover:underline-offset-4"
            >
              <CutText>{title(property)}</CutText>
            </Link>
            <span className="block text-12 text-muted">
              {words(`kind_${property.kind}`)} · <Ltr>{property.reference}</Ltr>
            </span>
          </span>
        </div>
        <Facts>
          {price ? <Fact name={t("price")}>{format.money(price, currency)}</Fact> : null}
          <Fact name={t("permit")}>
            <PermitState property={property} />
          </Fact>
          <Fact name={t("owner")}>
            <BookingOwner booking={booking} />
          </Fact>
          <Fact name={t("col_source")}>
            <BookingSource booking={booking} />
          </Fact>
          <Fact name={t("requested")}>
            {format.dayTime(booking.created_at)}{" "}
            <span className="font-normal text-12 text-muted">{ago(booking.created_at)}</span>
          </Fact>
          {booking.reject_reason ? (
            <Fact name={t(booking.status === "cancelled" ? "cancel_reason" : "reject_reason")}>
              <span dir="auto" className="block [overflow-wrap:anywhere]">
                {booking.reject_reason}
              </span>
            </Fact>
          ) : null}
        </Facts>
      </Section>
    </>
  );
}
