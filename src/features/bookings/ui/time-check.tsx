"use client";
import { CircleCheck, Clock3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { ClashNote } from "./clash-note.tsx";
import { useClashWords } from "./clash-words.ts";
import type { useTimeCheck } from "./use-time-check.ts";

type Props = {
  check: ReturnType<typeof useTimeCheck>;
  hasStaff: boolean;
  /** Takes one of the free times instead. */
  onPick: (starts_at: string) => void;
};

/** Says before anything is saved what the time runs into, by name, and when else on that day it would be free. */
export function TimeCheck({ check, hasStaff, onPick }: Props) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const clashWords = useClashWords();
  const { data, clash } = check;
  if (check.asked === null) return null;
  return (
    <div aria-live="polite" className="grid min-h-9 gap-2 rounded-card bg-sunken px-3 py-2.5 text-13">
      {!data ? <Skeleton className="h-4 w-48" /> : null}
      {data?.clashes.map((one) =>
        one.status === "approved" ? (
          <ClashNote key={one.id}>{clashWords(one)}</ClashNote>
        ) : (
          <p key={one.id} className="flex items-start gap-1.5 text-pending">
            <Clock3 size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
            <span>{clashWords(one)}</span>
          </p>
        ),
      )}
      {data && !clash ? (
        <p className="flex items-start gap-1.5 text-approved">
          <CircleCheck size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
          {t(hasStaff ? "free_both" : "free_listing")}
        </p>
      ) : null}
      {clash && data && data.free_at.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-ink-2">{t("free_at")}</span>
          {data.free_at.map((at) => (
            <Button key={at} size="sm" onClick={() => onPick(at)}>
              {format.time(at)}
            </Button>
          ))}
        </div>
      ) : null}
      {clash && data?.free_at.length === 0 ? <p className="text-ink-2">{t("free_never")}</p> : null}
    </div>
  );
}
