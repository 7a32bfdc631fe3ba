"use client";
import { CalendarRange, Columns3, List, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { StaffFilter } from "#features/shell/ui/staff-filter.tsx";
import { Filter } from "#ui/list/filter.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { Segment } from "#ui/segment.tsx";
import { spans } from "./filters.ts";
import type { CustomerFilters } from "./use-customer-filters.ts";

export function CustomerToolbar({ state }: { state: CustomerFilters }) {
  const t = useTranslations("customers");
  const { filters, set, type } = state;
  return (
    <Toolbar
      end={
        <Segment
          label={t("view")}
          value={filters.view}
          onChange={(view) => set({ view, stage: null })}
          options={[
            { value: "table", label: <Word>{t("view_table")}</Word>, icon: List },
            { value: "board", label: <Word>{t("view_board")}</Word>, icon: Columns3 },
          ]}
        />
      }
    >
      <SearchBox label={t("search_label")} hint={t("search")} value={filters.q} onType={(q) => type({ q })} />
      <StaffFilter
        label={t("owner")}
        value={filters.owner}
        onChange={(owner) => set({ owner })}
        nobody
        className="max-md:flex-1"
      />
      <Filter
        label={t("came")}
        icon={CalendarRange}
        value={filters.when}
        onChange={(when) => set({ when, from: null, to: null })}
        className="max-md:flex-1"
        options={spans.map((value) => ({ value, label: t(`came_${value}`) }))}
      />
      <Reached state={state} />
    </Toolbar>
  );
}

/** On phones the icon has to do. */
function Word({ children }: { children: string }) {
  return <span className="max-md:sr-only">{children}</span>;
}

/** A figure of the dashboard was opened: which one, and the way out of it. */
function Reached({ state }: { state: CustomerFilters }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const { reached, from, to } = state.filters;
  if (!reached && !from && !to) return null;
  return (
    <button
      type="button"
      onClick={() => state.set({ reached: null, from: null, to: null })}
      className="touch inline-flex h-8 items-center gap-1.5 rounded-control bg-accent-soft px-2.5 font-medium text-13 text-accent-text"
    >
      {reached ? t("reached", { stage: words(`stage_${reached}`) }) : t("in_period")}
      <X size={14} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{t("clear_reached")}</span>
    </button>
  );
}
