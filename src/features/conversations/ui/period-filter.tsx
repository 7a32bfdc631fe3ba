"use client";
import type { LucideIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Filter } from "#ui/list/filter.tsx";
import { spans } from "./filters.ts";
import type { ConversationFilters } from "./use-conversation-filters.ts";

const PeriodDays = dynamic(() => import("./period-days.tsx").then((file) => file.PeriodDays));

type Props = { icon: LucideIcon; state: ConversationFilters; className?: string };

/** A ready period, or two days of one's own. */
export function PeriodFilter({ icon, state, className = "" }: Props) {
  const t = useTranslations("conversations");
  const { filters, set } = state;
  const value = filters.when ?? (filters.from || filters.to ? "custom" : null);
  return (
    <>
      <Filter
        label={t("when")}
        icon={icon}
        value={value}
        onChange={(when) => set({ when, from: null, to: null })}
        className={className}
        options={spans.map((value) => ({ value, label: t(`when_${value}`) }))}
      />
      {value === "custom" ? <PeriodDays state={state} /> : null}
    </>
  );
}
