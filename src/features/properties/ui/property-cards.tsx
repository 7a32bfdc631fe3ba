"use client";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { cx } from "#ui/cx.ts";
import { RecordLink } from "#ui/list/record-link.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { propertyHref } from "./hrefs.ts";
import { PermitChip, PropertyStatusChip } from "./property-status.tsx";
import type { Property } from "./types.ts";
import { usePrice, useSize } from "./use-facts.ts";

type Props = { label: string; rows: readonly Property[]; fresh: ReadonlySet<string> };

/** Listings as cards, each with its floor plan; the whole card opens. */
export function PropertyCards({ label, rows, fresh }: Props) {
  return (
    <ul
      aria-label={label}
      className="hidden grid-cols-2 gap-4 px-6 pb-6 md:grid room-4xl:grid-cols-3 room-5xl:grid-cols-4"
    >
      {rows.map((property) => (
        <PropertyCard key={property.id} property={property} isFresh={fresh.has(property.id)} />
      ))}
    </ul>
  );
}

function PropertyCard({ property, isFresh }: { property: Property; isFresh: boolean }) {
  const words = useTranslations("words");
  const title = usePropertyTitle();
  const price = usePrice();
  const size = useSize();
  return (
    <li
      className={cx(
        "relative flex min-w-0 flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors duration-120 hover:bg-hover",
        isFresh && "animate-flash",
      )}
    >
      <div className="relative grid h-34 place-items-center border-line border-b bg-sunken">
        <span className="contents [&>svg]:size-26 [&>svg]:border-0 [&>svg]:[stroke-width:0.75]">
          <PlanGlyph kind={property.kind} />
        </span>
        <span className="absolute start-3 top-3">
          <PropertyStatusChip status={property.status} />
        </span>
      </div>
      <div className="grid flex-1 content-start gap-1.5 p-3.5">
        <RecordLink
          id={property.id}
          href={propertyHref(property.id)}
          className="font-semibold text-14 after:absolute after:inset-0 after:rounded-card"
        >
          <span dir="auto">{title(property)}</span>
        </RecordLink>
        <p className="text-12 text-muted">
          <Ltr>{property.reference}</Ltr> · <bdi>{property.district}</bdi>
        </p>
        <p className="mt-1 font-semibold text-17">{price(property)}</p>
        <p className="text-13 text-ink-2">
          {[words(`purpose_${property.purpose}`), size(property)].filter(Boolean).join(" · ")}
        </p>
        <div className="mt-auto pt-2">
          <PermitChip property={property} />
        </div>
      </div>
    </li>
  );
}
