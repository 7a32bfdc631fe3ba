"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { useNow } from "#ui/now.tsx";
import { pauseReason } from "./pause-reasons.ts";

type Titled = { title: string; title_en: string | null };

/** A listing's title in the page's language. */
export function usePropertyTitle(): (property: Titled) => string {
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

/** Why a campaign stands still: what the system found in the page's language, what people wrote as they wrote it. */
export function usePauseReason(): (reason: string) => string {
  const t = useTranslations("words");
  return (reason) => pauseReason(reason, t);
}
