"use client";
import { CalendarRange, ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { StaffFilter } from "#features/shell/ui/staff-filter.tsx";
import { cx } from "#ui/cx.ts";
import { SearchBox } from "#ui/list/search-box.tsx";
import { SpanPill } from "#ui/list/span-pill.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { Select } from "#ui/select.tsx";
import { filterOff, filterOn } from "#ui/select-button.tsx";
import { spans } from "./filters.ts";
import type { BookingFilters } from "./use-booking-filters.ts";

export function BookingToolbar({ state }: { state: BookingFilters }) {
  const t = useTranslations("bookings");
  const { filters, set, type } = state;
  return (
    <Toolbar
      end={
        filters.view === "list" ? (
          <button
            type="button"
            aria-pressed={filters.sort !== null}
            onClick={() => set({ sort: filters.sort ? null : "pending_first" })}
            className={cx(
              "touch inline-flex h-8 items-center gap-1.5 rounded-control border px-2.5 text-13 whitespace-nowrap max-md:w-11 max-md:justify-center transition-colors duration-120 ease-ui",
              filters.sort ? filterOn : filterOff,
            )}
          >
            <ListFilter size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
            <span className="max-md:sr-only">{t("pending_first")}</span>
          </button>
        ) : null
      }
    >
      <SearchBox label={t("search_label")} hint={t("search")} value={filters.q} onType={(q) => type({ q })} />
      {filters.view === "list" ? (
        <Select
          look="filter"
          label={t("when")}
          icon={CalendarRange}
          on={filters.when !== "upcoming"}
          value={filters.when}
          onChange={(value) => set({ when: spans.find((span) => span === value) ?? "upcoming" })}
          className="max-md:flex-1"
          options={spans.map((span) => ({ value: span, label: t(`when_${span}`) }))}
        />
      ) : null}
      <StaffFilter
        label={t("owner")}
        value={filters.owner}
        onChange={(owner) => set({ owner })}
        className="max-md:flex-1"
      />
      <SpanPill
        label={t("asked")}
        from={filters.asked_from}
        to={filters.asked_to}
        onClear={() => set({ asked_from: null, asked_to: null })}
      />
    </Toolbar>
  );
}
