"use client";
import { useTranslations } from "next-intl";
import { property_statuses } from "#drizzle/values.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { Count } from "#ui/count.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import { propertiesHref } from "./hrefs.ts";
import type { PropertyCounts, PropertyStatus } from "./types.ts";
import type { PropertyFilters } from "./use-property-filters.ts";

export function PropertyTabs({ state, counts }: { state: PropertyFilters; counts: PropertyCounts | undefined }) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const format = useFormat();
  const { filters, set } = state;
  const tab = (status: PropertyStatus | null) => {
    const count = counts?.[status ?? "all"];
    return {
      value: status ?? "all",
      label: status ? words(`property_${status}`) : t("tab_all"),
      href: propertiesHref({ ...filters, status }),
      count: count === undefined ? null : <Count tone="filled">{format.number(count)}</Count>,
    };
  };
  return (
    <LinkTabs
      label={t("tabs")}
      value={filters.status ?? "all"}
      onChange={(value) => set({ status: property_statuses.find((status) => status === value) ?? null })}
      tabs={[tab(null), ...property_statuses.map(tab)]}
    />
  );
}
