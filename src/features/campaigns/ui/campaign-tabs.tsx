"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Count } from "#ui/count.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import { statuses } from "./filters.ts";
import { campaignsHref } from "./hrefs.ts";
import type { CampaignCounts } from "./types.ts";
import type { CampaignFilters } from "./use-campaign-filters.ts";

export function CampaignTabs({ state, counts }: { state: CampaignFilters; counts: CampaignCounts | undefined }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const format = useFormat();
  const { filters, set } = state;
  const tab = (status: (typeof statuses)[number] | null) => {
    const count = counts?.[status ?? "all"];
    return {
      value: status ?? "all",
      label: status ? words(`campaign_${status}`) : t("tab_all"),
      href: campaignsHref({ ...filters, status }),
      count: count === undefined ? null : <Count tone="filled">{format.number(count)}</Count>,
    };
  };
  return (
    <LinkTabs
      label={t("tabs")}
      value={filters.status ?? "all"}
      onChange={(value) => set({ status: statuses.find((status) => status === value) ?? null })}
      tabs={[tab(null), ...statuses.map(tab)]}
    />
  );
}
