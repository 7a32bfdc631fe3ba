"use client";
import { Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { campaign_types } from "#drizzle/values.ts";
import { api } from "#trpc/api.ts";
import { Filter } from "#ui/list/filter.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { CampaignList } from "./campaign-list.tsx";
import { CampaignTabs } from "./campaign-tabs.tsx";
import { useCampaignFilters } from "./use-campaign-filters.ts";

export function CampaignsScreen() {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const state = useCampaignFilters();
  const { filters, set, type } = state;
  const counts = api.campaigns.counts.useQuery(state.count, { placeholderData: (previous) => previous });
  return (
    <>
      <CampaignTabs state={state} counts={counts.data} />
      <section aria-label={t("list")} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <Toolbar>
          <SearchBox label={t("search_label")} hint={t("search")} value={filters.q} onType={(q) => type({ q })} />
          <Filter
            label={t("type")}
            icon={Radio}
            value={filters.type}
            onChange={(chosen) => set({ type: chosen })}
            options={campaign_types.map((value) => ({ value, label: words(`campaign_${value}`) }))}
          />
        </Toolbar>
        <CampaignList state={state} />
      </section>
    </>
  );
}
