"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { useNow } from "#ui/now.tsx";
import type { Booking } from "./types.ts";

/** The listing's title in the page's language. */
export function usePropertyTitle(): (property: Booking["property"]) => string {
  const { locale } = useFormat();
  return (property) => (locale === "en" && property.title_en ? property.title_en : property.title);
}

/** How long ago, in words: "قبل دقيقتين". */
export function useAgo(): (instant: string) => string {
  const t = useTranslations("time");
  const now = useNow();
  return (instant) => {
    const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
    if (minutes < 1) return t("now");
    if (minutes < 60) return t("minutes_ago", { count: minutes });
    if (minutes < 24 * 60) return t("hours_ago", { count: Math.floor(minutes / 60) });
    return t("days_ago", { count: Math.floor(minutes / 1440) });
  };
}

/** Who decided, as a sentence with the verb's gender: "اعتمدت لمى الحربي هذه المعاينة قبل لحظات". */
export function useDecision(): (booking: Booking) => string | null {
  const t = useTranslations("bookings");
  const ago = useAgo();
  return ({ status, decided_by, decided_at }) => {
    if (!decided_by || !decided_at || (status !== "approved" && status !== "rejected")) return null;
    return t(`decided_${status}`, {
      gender: decided_by.gender ?? "other",
      name: isolate(decided_by.name),
      when: ago(decided_at),
    });
  };
}
