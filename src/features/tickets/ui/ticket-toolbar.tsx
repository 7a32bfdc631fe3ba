"use client";
import { ArrowDownWideNarrow, ChevronsUp, Hourglass, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { ticket_categories, ticket_priorities } from "#drizzle/values.ts";
import { StaffFilter } from "#features/shell/ui/staff-filter.tsx";
import { cx } from "#ui/cx.ts";
import { Filter } from "#ui/list/filter.tsx";
import { Filters } from "#ui/list/filters.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { SpanPill } from "#ui/list/span-pill.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { Select } from "#ui/select.tsx";
import { filterOff, filterOn } from "#ui/select-button.tsx";
import { sorts } from "./filters.ts";
import { namesOwner, sortOf } from "./list-input.ts";
import type { TicketFilters } from "./use-ticket-filters.ts";

export function TicketToolbar({ state }: { state: TicketFilters }) {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const { filters, set, type } = state;
  return (
    <Toolbar
      end={
        <Select
          look="filter"
          label={t("sort")}
          icon={ArrowDownWideNarrow}
          value={sortOf(filters)}
          onChange={(value) => set({ sort: sorts.find((sort) => sort === value) ?? null })}
          options={sorts.map((sort) => ({ value: sort, label: t(`sort_${sort}`) }))}
        />
      }
    >
      <SearchBox
        label={t("search_label")}
        hint={t("search")}
        value={filters.q}
        onType={(q) => type({ q })}
        className="min-w-48"
      />
      <SpanPill
        label={t("opened_span")}
        from={filters.from}
        to={filters.to}
        onClear={() => set({ from: null, to: null })}
      />
      <Filters on={[filters.priority, filters.category, filters.owner, filters.soon].filter(Boolean).length}>
        <Filter
          label={t("priority")}
          icon={ChevronsUp}
          value={filters.priority}
          onChange={(priority) => set({ priority })}
          options={ticket_priorities.toReversed().map((one) => ({ value: one, label: words(`priority_${one}`) }))}
        />
        <Filter
          label={t("category")}
          icon={Tag}
          value={filters.category}
          onChange={(category) => set({ category })}
          options={ticket_categories.map((one) => ({ value: one, label: words(`category_${one}`) }))}
        />
        {namesOwner(filters.tab) ? null : (
          <StaffFilter label={t("owner")} value={filters.owner} onChange={(owner) => set({ owner })} />
        )}
        {filters.tab === "overdue" || filters.tab === "resolved" || filters.tab === "closed" ? null : (
          <button
            type="button"
            aria-pressed={filters.soon}
            onClick={() => set({ soon: !filters.soon })}
            className={cx(
              "touch inline-flex h-8 items-center gap-1.5 rounded-control border px-2.5 text-13 whitespace-nowrap transition-colors duration-120 ease-ui",
              filters.soon ? filterOn : filterOff,
            )}
          >
            <Hourglass size={14} strokeWidth={1.75} aria-hidden />
            {t("due_soon")}
          </button>
        )}
      </Filters>
    </Toolbar>
  );
}
