"use client";
import { AudioLines, CalendarRange, Flag, FlaskConical, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { conversation_outcomes, conversation_types } from "#drizzle/values.ts";
import { isolate } from "#i18n/isolate.ts";
import { cx } from "#ui/cx.ts";
import { Filter } from "#ui/list/filter.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { Toolbar } from "#ui/list/toolbar.tsx";
import { filterOn } from "#ui/select-button.tsx";
import { PeriodFilter } from "./period-filter.tsx";
import type { ConversationFilters } from "./use-conversation-filters.ts";

type Props = {
  state: ConversationFilters /** Of the customer whose conversations these are. */;
  customer_name: string | null;
};

export function ConversationToolbar({ state, customer_name }: Props) {
  const t = useTranslations("conversations");
  const words = useTranslations("words");
  const lists = useTranslations("lists");
  const { filters, set, type } = state;
  const name = customer_name ?? t("customer");
  return (
    <Toolbar>
      <SearchBox
        label={t("search_label")}
        hint={t("search")}
        value={filters.q}
        onType={(q) => type({ q })}
        className="room-2xl:max-w-90"
      />
      <Filter
        label={t("type")}
        icon={AudioLines}
        value={filters.type}
        onChange={(type) => set({ type })}
        className="max-md:flex-1"
        options={conversation_types.map((value) => ({ value, label: words(`type_${value}`) }))}
      />
      <Filter
        label={t("outcome")}
        icon={Flag}
        value={filters.outcome}
        onChange={(outcome) => set({ outcome })}
        className="max-md:flex-1"
        options={conversation_outcomes.map((value) => ({ value, label: words(`outcome_${value}`) }))}
      />
      <Filter
        label={t("mode")}
        icon={FlaskConical}
        value={filters.mode}
        onChange={(mode) => set({ mode })}
        className="max-md:flex-1"
        options={[{ value: "trial", label: words("mode_trial") }]}
      />
      <PeriodFilter icon={CalendarRange} state={state} className="max-md:flex-1" />
      {filters.customer ? (
        <button
          type="button"
          aria-label={lists("clear_filter", { name: isolate(name) })}
          onClick={() => set({ customer: null })}
          className={cx(
            filterOn,
            "touch inline-flex h-8 max-w-60 items-center gap-1.5 rounded-control border px-2.5 text-13",
          )}
        >
          <bdi className="cut">{name}</bdi>
          <X size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
        </button>
      ) : null}
    </Toolbar>
  );
}
