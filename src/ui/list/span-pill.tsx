"use client";
import { CalendarRange, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { spanOf } from "#lib/day-span.ts";
import { cx } from "../cx.ts";
import { filterOn } from "../select-button.tsx";

type Props = {
  /** What happened in these days: "طُلبت". */
  label: string;
  /** Days or instants, as they stand in the address. */
  from: string | null;
  to: string | null;
  onClear: () => void;
};

/** A stretch of time that a link brought along (a figure's rows, say): shown, and taken away by a press. Nothing without one. */
export function SpanPill({ label, from, to, onClear }: Props) {
  const t = useTranslations("lists");
  const format = useFormat();
  const span = spanOf({ from, to }, format.time_zone);
  if (!span.from && !span.to) return null;
  const time = (end: string | null, at: string) =>
    end?.includes("T") ? format.dayTime(at, { weekday: false }) : format.day(at, { weekday: false });
  const first = span.from && time(from, span.from);
  // The last day itself, not the midnight after it.
  const last = span.to && time(to, to?.includes("T") ? span.to : new Date(Date.parse(span.to) - 1).toISOString());
  const said =
    first && last
      ? first === last
        ? first
        : `${first} – ${last}`
      : first
        ? t("since", { at: first })
        : t("until", { at: last ?? "" });
  const name = `${label}: ${said}`;
  return (
    <button
      type="button"
      aria-label={t("clear_filter", { name: isolate(name) })}
      onClick={onClear}
      className={cx(
        filterOn,
        "touch inline-flex h-8 items-center gap-1.5 rounded-control border px-2.5 text-13 max-md:order-last",
      )}
    >
      <CalendarRange size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="cut">{name}</span>
      <X size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
    </button>
  );
}
