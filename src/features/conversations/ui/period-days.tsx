"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { zonedDay } from "#lib/time.ts";
import { DateField } from "#ui/form/date-field.tsx";
import type { ConversationFilters } from "./use-conversation-filters.ts";

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** From one day to another, both included. */
export function PeriodDays({ state }: { state: ConversationFilters }) {
  const t = useTranslations("conversations");
  const { time_zone } = useFormat();
  const id = useId();
  const { filters, set } = state;
  // A link from a figure gives instants, and the end of a period is the first that is not in it.
  const day = (value: string | null, before_ms: number) => {
    if (value === null || dayShape.test(value) || Number.isNaN(Date.parse(value))) return value ?? "";
    return zonedDay(new Date(Date.parse(value) - before_ms), time_zone);
  };
  return (
    <div className="flex flex-wrap items-center gap-2 text-13 max-md:w-full">
      {(["from", "to"] as const).map((edge) => (
        <span key={edge} className="flex min-w-0 items-center gap-2 max-md:w-full">
          <label htmlFor={`${id}-${edge}`} className="text-muted max-md:w-10">
            {t(edge)}
          </label>
          <span className="w-40 max-md:flex-1 [&>span]:h-8">
            <DateField
              id={`${id}-${edge}`}
              value={day(filters[edge], edge === "to" ? 1 : 0)}
              onChange={(value) => {
                if (value === "" || dayShape.test(value)) set({ when: "custom", [edge]: value || null });
              }}
            />
          </span>
        </span>
      ))}
    </div>
  );
}
