"use client";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { CutText } from "#ui/cut-text.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { PermitChip, PropertyStatusChip } from "./property-status.tsx";
import type { Property } from "./types.ts";
import { usePrice, useSize } from "./use-facts.ts";

export function usePropertyLead(): (property: Property) => Lead {
  const title = usePropertyTitle();
  return (property) => ({
    mark: <PlanGlyph kind={property.kind} />,
    title: title(property),
    under: (
      <>
        <Ltr>{property.reference}</Ltr> · <bdi>{property.district}</bdi>
      </>
    ),
  });
}

export function usePropertyColumns(): readonly Column<Property>[] {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const price = usePrice();
  const size = useSize();
  return [
    {
      id: "price",
      head: t("price"),
      width: "w-44",
      card: "line",
      cell: (property) => (
        <>
          <span className="font-medium md:block">{price(property)}</span>{" "}
          <small className="text-12 text-muted md:block">{words(`purpose_${property.purpose}`)}</small>
        </>
      ),
    },
    {
      id: "size",
      head: t("size"),
      width: "w-44",
      from: "4xl",
      card: "line",
      cell: (property) => <CutText>{size(property) || "—"}</CutText>,
    },
    {
      id: "permit",
      head: t("permit"),
      width: "w-46",
      from: "2xl",
      card: "line",
      cell: (property) => <PermitChip property={property} />,
    },
    {
      id: "status",
      head: t("status"),
      width: "w-32",
      card: "end",
      cell: ({ status }) => <PropertyStatusChip status={status} />,
    },
  ];
}
