"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { useMay } from "#trpc/me.tsx";
import { useNow } from "#ui/now.tsx";
import type { PageName } from "./pages.ts";

export type Badge = { text: string; spoken: string; tone: "hot" | "urgent" | "plain" };

/** What waits behind each page. The live feed keeps them true. */
export function useBadges(): Partial<Record<PageName, Badge | null>> {
  const t = useTranslations("nav");
  const format = useFormat();
  const from = new Date(format.startOfDay(useNow())).toISOString();
  const bookings = api.bookings.counts.useQuery({ from }, { enabled: useMay("bookings.read") });
  const tickets = api.tickets.counts.useQuery({}, { enabled: useMay("tickets.read") });
  const badge = (count: number | undefined, tone: Badge["tone"], spoken: (count: number) => string): Badge | null =>
    count ? { text: format.number(count), spoken: spoken(count), tone } : null;
  return {
    bookings: badge(bookings.data?.pending, "hot", (count) => t("waiting", { count })),
    tickets:
      badge(tickets.data?.overdue, "urgent", (count) => t("overdue_tickets", { count })) ??
      badge(tickets.data?.mine, "hot", (count) => t("my_tickets", { count })),
  };
}
