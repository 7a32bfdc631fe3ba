"use client";
import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { buttonClass } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { Tip } from "#ui/tooltip.tsx";
import { BookingSource } from "./booking-source.tsx";
import { PermitState } from "./permit-state.tsx";
import type { Booking } from "./types.ts";
import { useAgo, usePropertyTitle } from "./words.ts";

/** Who asks, the day around it (given), what was said, and what it is about. */
export function BookingFacts({ booking, children }: { booking: Booking; children: ReactNode }) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const ago = useAgo();
  const title = usePropertyTitle();
  const { customer, property, staff, price, currency, notes } = booking;
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
              <Ltr>{format.phone(customer.phone)}</Ltr> · {t(`stage_${customer.stage}`)}
            </span>
          </span>
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
            <b className="block min-w-0 text-14">
              <CutText>{title(property)}</CutText>
            </b>
            <span className="block text-12 text-muted">
              {t(`kind_${property.kind}`)} · <Ltr>{property.reference}</Ltr>
            </span>
          </span>
        </div>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">
          {price ? <Fact name={t("price")}>{format.money(price, currency)}</Fact> : null}
          <Fact name={t("permit")}>
            <PermitState property={property} />
          </Fact>
          <Fact name={t("owner")}>
            {staff ? <bdi>{staff.name}</bdi> : <span className="font-normal text-muted">{t("no_owner")}</span>}
          </Fact>
          <Fact name={t("col_source")}>
            <BookingSource booking={booking} />
          </Fact>
          <Fact name={t("requested")}>
            {format.dayTime(booking.created_at)}{" "}
            <span className="font-normal text-12 text-muted">{ago(booking.created_at)}</span>
          </Fact>
          {booking.reject_reason ? (
            <Fact name={t("reject_reason")}>
              <span dir="auto" className="block [overflow-wrap:anywhere]">
                {booking.reject_reason}
              </span>
            </Fact>
          ) : null}
        </dl>
      </Section>
    </>
  );
}

export function Section({ title, last = false, children }: { title?: ReactNode; last?: boolean; children: ReactNode }) {
  return (
    <section className={`px-5 py-4 ${last ? "" : "border-line border-b"}`}>
      {title ? <h3 className="mb-2 font-medium text-12 text-muted">{title}</h3> : null}
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap text-muted">{name}</dt>
      <dd className="min-w-0 font-medium">{children}</dd>
    </>
  );
}
