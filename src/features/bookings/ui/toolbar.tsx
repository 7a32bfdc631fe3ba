"use client";
import { CalendarRange, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { Select } from "#ui/select.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { spans } from "./filters.ts";
import { OwnerFilter } from "./owner-filter.tsx";
import type { useFilters } from "./use-filters.ts";

type Props = { state: ReturnType<typeof useFilters>; search: RefObject<HTMLInputElement | null> };

export function Toolbar({ state, search }: Props) {
  const t = useTranslations("bookings");
  const ui = useTranslations("ui");
  const { filters, set, type } = state;
  const [words, setWords] = useState(filters.q);
  useEffect(() => setWords(filters.q), [filters.q]);
  useShortcut("/", () => search.current?.focus());
  const write = (value: string) => {
    setWords(value);
    type(value);
  };

  return (
    <search className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-3 md:px-6">
      <Input
        ref={search}
        icon={Search}
        size="sm"
        type="search"
        aria-label={t("search_label")}
        placeholder={t("search")}
        value={words}
        maxLength={200}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && (words ? write("") : event.currentTarget.blur())}
        boxClass="min-w-0 flex-1 max-md:basis-full @2xl:max-w-66"
        className="[&::-webkit-search-cancel-button]:hidden"
        trailing={
          words ? (
            <IconButton
              label={ui("clear")}
              icon={X}
              onClick={() => write("")}
              className="-me-2 size-6 min-h-0 min-w-0"
            />
          ) : (
            <Kbd>/</Kbd>
          )
        }
      />
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
      <OwnerFilter state={state} />
    </search>
  );
}
