"use client";
import { ArrowDownUp, BedDouble, Building2, KeyRound, LayoutGrid, ShieldCheck, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { property_kinds, property_purposes } from "#drizzle/values.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { Filter } from "#ui/list/filter.tsx";
import { Filters } from "#ui/list/filters.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { Segment } from "#ui/segment.tsx";
import { Select } from "#ui/select.tsx";
import { bedroom_counts, permit_states, sorts } from "./filters.ts";
import { PriceFilter } from "./price-filter.tsx";
import type { PropertyCounts } from "./types.ts";
import type { PropertyFilters } from "./use-property-filters.ts";

type Props = { state: PropertyFilters; counts: PropertyCounts | undefined };

export function PropertyToolbar({ state, counts }: Props) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const format = useFormat();
  const { filters, set, type } = state;
  const { kind, purpose, permit, bedrooms, from, to } = filters;
  const on = [kind, purpose, permit, bedrooms, from || to].filter(Boolean).length;
  return (
    <Toolbar
      end={
        <>
          <Select
            look="filter"
            label={t("sort")}
            icon={ArrowDownUp}
            on={filters.sort !== "newest"}
            value={filters.sort}
            onChange={(value) => set({ sort: sorts.find((sort) => sort === value) ?? "newest" })}
            options={sorts.map((sort) => ({ value: sort, label: t(`sort_${sort}`) }))}
          />
          <Segment
            label={t("view")}
            value={filters.view}
            onChange={(view) => set({ view })}
            className="max-md:hidden"
            options={[
              { value: "table", label: t("view_table"), icon: Table2 },
              { value: "cards", label: t("view_cards"), icon: LayoutGrid },
            ]}
          />
        </>
      }
    >
      <SearchBox label={t("search_label")} hint={t("search")} value={filters.q} onType={(q) => type({ q })} />
      <Filters on={on}>
        <Filter
          label={t("kind")}
          icon={Building2}
          value={kind}
          onChange={(chosen) => set({ kind: chosen })}
          options={property_kinds.map((value) => ({ value, label: words(`kind_${value}`) }))}
        />
        <Filter
          label={t("purpose")}
          icon={KeyRound}
          value={purpose}
          onChange={(chosen) => set({ purpose: chosen })}
          options={property_purposes.map((value) => ({ value, label: words(`purpose_${value}`) }))}
        />
        <PriceFilter from={from} to={to} onType={type} />
        <Filter
          label={t("bedrooms")}
          icon={BedDouble}
          value={bedrooms === null ? null : String(bedrooms)}
          onChange={(chosen) => set({ bedrooms: chosen === null ? null : Number(chosen) })}
          options={bedroom_counts.map((count) => ({ value: String(count), label: t("rooms_from", { count }) }))}
        />
        <Filter
          label={t("permit")}
          icon={ShieldCheck}
          value={permit}
          onChange={(chosen) => set({ permit: chosen })}
          options={permit_states.map((value) => ({
            value,
            label: (
              <>
                {words(`permit_${value}`)}
                {counts ? <span className="text-muted"> · {format.number(counts.permits[value])}</span> : null}
              </>
            ),
          }))}
        />
      </Filters>
    </Toolbar>
  );
}
