"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Count } from "#ui/count.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import { customersHref } from "./hrefs.ts";
import { stages } from "./stages.ts";
import type { CustomerCounts, Stage } from "./types.ts";
import type { CustomerFilters } from "./use-customer-filters.ts";

export function StageTabs({ state, counts }: { state: CustomerFilters; counts: CustomerCounts | undefined }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const format = useFormat();
  const { filters, set } = state;
  const tab = (stage: Stage | null) => {
    const count = counts?.[stage ?? "all"];
    return {
      value: stage ?? "all",
      label: stage ? words(`stage_${stage}`) : t("all"),
      href: customersHref({ ...filters, stage }),
      count: count === undefined ? null : <Count tone="filled">{format.number(count)}</Count>,
    };
  };
  return (
    <LinkTabs
      label={t("tabs")}
      value={filters.stage ?? "all"}
      onChange={(value) => set({ stage: stages.find((stage) => stage === value) ?? null })}
      tabs={[tab(null), ...stages.map(tab)]}
    />
  );
}
