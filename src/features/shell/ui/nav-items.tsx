"use client";
import { CalendarCheck, CircleUserRound, LayoutDashboard, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { roleMay } from "#trpc/may.ts";
import { useMay, useMe } from "#trpc/me.tsx";
import { useNow } from "#ui/now.tsx";
import { pages } from "./pages.ts";

export type NavItem = {
  href: string;
  icon: LucideIcon;
  label: string;
  short: string;
  badge: { text: string; spoken: string } | null;
};

const icons: Record<(typeof pages)[number]["name"], LucideIcon> = {
  dashboard: LayoutDashboard,
  bookings: CalendarCheck,
};

/** The navigation of this person, with live counts of what waits for a decision. */
export function useNavItems(): NavItem[] {
  const t = useTranslations("nav");
  const { role } = useMe();
  const waiting = useWaiting();
  const offered = pages
    .filter((page) => roleMay(role, page.permission))
    .map(({ href, name }) => ({
      href,
      icon: icons[name],
      label: t(name),
      short: name === "dashboard" ? t("dashboard_short") : t(name),
      badge: name === "bookings" ? waiting : null,
    }));
  // Nobody stands before an empty navigation: a role without pages of its own has at least its account.
  return offered.length > 0
    ? offered
    : [{ href: "/profile", icon: CircleUserRound, label: t("profile"), short: t("profile"), badge: null }];
}

function useWaiting(): NavItem["badge"] {
  const t = useTranslations("nav");
  const format = useFormat();
  const from = new Date(format.startOfDay(useNow())).toISOString();
  const { data } = api.bookings.counts.useQuery({ from }, { enabled: useMay("bookings.read") });
  const count = data?.pending ?? 0;
  return count > 0 ? { text: format.number(count), spoken: t("waiting", { count }) } : null;
}
