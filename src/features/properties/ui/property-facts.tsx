"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { Fact, Facts } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { PropertyStatusChip } from "./property-status.tsx";
import type { Property } from "./types.ts";
import { usePrice } from "./use-facts.ts";

/** The listing itself: its plan, price and size, and how it is described. */
export function PropertyFacts({ property }: { property: Property }) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const format = useFormat();
  const price = usePrice();
  const { kind, purpose, status, reference, bedrooms, bathrooms, area_sqm, district, city, description } = property;
  const count = (value: number) => <Ltr>{format.number(value)}</Ltr>;
  return (
    <section aria-label={t("details")} className="min-w-0 self-start overflow-hidden rounded-card border border-line">
      <div className="flex flex-wrap items-center gap-4 bg-sunken p-4 md:gap-6 md:p-5">
        <span className="contents [&>svg]:size-28 [&>svg]:bg-surface [&>svg]:[stroke-width:0.75]">
          <PlanGlyph kind={kind} />
        </span>
        <div className="grid min-w-0 gap-1">
          <p className="text-26">
            <b>{price(property)}</b>
          </p>
          <p className="text-13 text-ink-2">
            {words(`kind_${kind}`)} · {words(`purpose_${purpose}`)} · <bdi>{district}</bdi>
            {t("joint")}
            <bdi>{city}</bdi>
          </p>
          <div className="mt-1.5 flex flex-wrap items-center gap-2">
            <PropertyStatusChip status={status} />
            <span className="text-13 text-muted">
              <Ltr>{reference}</Ltr>
            </span>
          </div>
        </div>
      </div>
      <div className="border-line border-t p-4 md:p-5">
        <Facts>
          {bedrooms === null ? null : <Fact name={t("bedrooms")}>{count(bedrooms)}</Fact>}
          {bathrooms === null ? null : <Fact name={t("bathrooms")}>{count(bathrooms)}</Fact>}
          {area_sqm === null ? null : (
            <Fact name={t("area")}>{t("area_value", { area: isolateLtr(format.number(area_sqm)) })}</Fact>
          )}
          <Fact name={t("listed")}>{format.day(property.created_at, { weekday: false, year: true })}</Fact>
        </Facts>
        <p dir="auto" className={`mt-4 max-w-180 whitespace-pre-line text-15 ${description ? "" : "text-muted"}`}>
          {description ?? t("description_none")}
        </p>
      </div>
    </section>
  );
}
