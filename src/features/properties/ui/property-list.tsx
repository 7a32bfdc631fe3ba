"use client";
import { Building2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { useMay } from "#trpc/me.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordCards } from "#ui/list/record-cards.tsx";
import { RecordTable } from "#ui/list/record-table.tsx";
import { propertyHref } from "./hrefs.ts";
import { PropertyCards } from "./property-cards.tsx";
import type { Property } from "./types.ts";
import { usePropertyColumns, usePropertyLead } from "./use-property-columns.tsx";
import type { PropertyFilters } from "./use-property-filters.ts";
import { usePropertyPages } from "./use-property-pages.ts";

/** The listings, as a table or as cards; on phones always as the list's own cards. */
export function PropertyList({ state }: { state: PropertyFilters }) {
  const t = useTranslations("properties");
  const title = usePropertyTitle();
  const list = usePropertyPages(state.list);
  const rows = list.data?.pages.flatMap((page) => page.properties) ?? [];
  const fresh = useFreshIds("properties");
  const records = {
    label: t("list"),
    rows,
    head: t("col_property"),
    lead: usePropertyLead(),
    columns: usePropertyColumns(),
    href: ({ id }: Property) => propertyHref(id),
    name: title,
    fresh,
  };
  return (
    <ListFrame
      pages={list}
      count={rows.length}
      skeleton={<ListSkeleton />}
      empty={state.isNarrowed ? <NoMatch words={state.filters.q} onClear={state.clear} /> : <NoneYet />}
      end={t("end_of_list", { count: rows.length })}
    >
      {state.filters.view === "cards" ? (
        <PropertyCards label={t("list")} rows={rows} fresh={fresh} />
      ) : (
        <RecordTable {...records} />
      )}
      <RecordCards {...records} />
    </ListFrame>
  );
}

function NoneYet() {
  const t = useTranslations("properties");
  const mayWrite = useMay("properties.write");
  return (
    <Empty
      icon={Building2}
      title={t("none_yet")}
      action={
        mayWrite ? (
          <LinkButton tone="primary" icon={Plus} href="/properties/new">
            {t("new")}
          </LinkButton>
        ) : null
      }
    >
      {t("none_yet_help")}
    </Empty>
  );
}
