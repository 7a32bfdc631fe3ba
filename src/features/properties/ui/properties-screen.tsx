"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { PropertyList } from "./property-list.tsx";
import { PropertyTabs } from "./property-tabs.tsx";
import { PropertyToolbar } from "./property-toolbar.tsx";
import { usePropertyFilters } from "./use-property-filters.ts";

export function PropertiesScreen() {
  const t = useTranslations("properties");
  const state = usePropertyFilters();
  const counts = api.properties.counts.useQuery(state.count, { placeholderData: (previous) => previous });
  return (
    <>
      <PropertyTabs state={state} counts={counts.data} />
      <section aria-label={t("list")} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <PropertyToolbar state={state} counts={counts.data} />
        <PropertyList state={state} />
      </section>
    </>
  );
}
