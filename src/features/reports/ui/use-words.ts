"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { startOfZonedDay } from "#lib/time.ts";
import type { Column } from "../columns.ts";
import type { Grouping } from "../groupings.ts";
import { nameOfRow } from "../row-names.ts";
import type { ReportData } from "./use-report.ts";

/** The name of a row in the reader's language. */
export function useRowName(): (by: Grouping, row: ReportData["rows"][number]) => string {
  const t = useTranslations("reports");
  const words = useTranslations("words");
  const format = useFormat();
  return (by, row) => {
    const name = nameOfRow(by, row, format.locale);
    if ("day" in name) return format.day(startOfZonedDay(name.day, format.time_zone).getTime());
    if ("text" in name) return name.text;
    return "word" in name ? words(name.word) : t(name.report_word);
  };
}

/** A figure as it is printed: a count, a share, or a length in the two units that matter. */
export function useFigure(): (kind: Column["kind"], value: number | null) => string {
  const t = useTranslations("reports");
  const format = useFormat();
  const length = (seconds: number): string => {
    const [days, hours, minutes] = [
      Math.floor(seconds / 86_400),
      Math.floor(seconds / 3600) % 24,
      Math.floor(seconds / 60) % 60,
    ];
    const parts = [
      days > 0 && t("days", { n: days }),
      hours > 0 && t("hours", { n: hours }),
      minutes > 0 && days === 0 && t("minutes", { n: minutes }),
      days === 0 && hours === 0 && (seconds % 60 > 0 || minutes === 0) && t("seconds", { n: Math.round(seconds) % 60 }),
    ];
    return parts.filter(Boolean).join(" ");
  };
  return (kind, value) => {
    if (value === null) return "–";
    if (kind === "share") return format.percent(value, 1);
    return kind === "seconds" ? length(value) : format.number(value);
  };
}
