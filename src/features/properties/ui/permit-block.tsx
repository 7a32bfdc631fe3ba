"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Block } from "#ui/block.tsx";
import { Fact, Facts } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { PermitChip } from "./property-status.tsx";
import type { Property } from "./types.ts";

/** The advert licence; and when the agents do not offer the listing, why. */
export function PermitBlock({ property }: { property: Property }) {
  const t = useTranslations("properties");
  const format = useFormat();
  const { permit_number, permit_expires_on, permit_state, is_offerable, status } = property;
  const lacks = permit_state === "missing" || permit_state === "expired";
  return (
    <Block title={t("permit")} end={<PermitChip property={property} />}>
      <div className="grid gap-3 border-line border-t px-4 py-3">
        <Facts>
          <Fact name={t("permit_number")}>{permit_number ? <Ltr>{permit_number}</Ltr> : "—"}</Fact>
          <Fact name={t("permit_until")}>
            {permit_expires_on ? format.day(`${permit_expires_on}T12:00:00.000Z`, { weekday: false, year: true }) : "—"}
          </Fact>
        </Facts>
        {is_offerable ? null : (
          <p className="flex items-start gap-2 text-12 text-ink-2">
            <TriangleAlert size={14} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
            {t(lacks ? `unoffered_${permit_state}` : status === "available" ? "unoffered_missing" : "unoffered_status")}
          </p>
        )}
      </div>
    </Block>
  );
}
