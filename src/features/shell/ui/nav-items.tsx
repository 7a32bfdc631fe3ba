"use client";
import {
  Building2,
  CalendarCheck,
  ChartColumn,
  CircleUserRound,
  FlaskConical,
  LayoutDashboard,
  LifeBuoy,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  Settings,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { roleMay } from "#trpc/may.ts";
import { useMe } from "#trpc/me.tsx";
import { type Badge, useBadges } from "./nav-badges.ts";
import { type PageName, pages } from "./pages.ts";

export type NavItem = {
  href: string;
  icon: LucideIcon;
  label: string;
  /** For the narrow cells of a phone's bar. */
  short: string;
  badge: Badge | null;
  aside: boolean;
};

const icons: Record<PageName, LucideIcon> = {
  dashboard: LayoutDashboard,
  conversations: MessagesSquare,
  bookings: CalendarCheck,
  tickets: LifeBuoy,
  customers: Users,
  campaigns: Megaphone,
  playground: FlaskConical,
  properties: Building2,
  reports: ChartColumn,
  settings: Settings,
};

/** The navigation of this person, with live counts of what waits. */
export function useNavItems(): NavItem[] {
  const t = useTranslations("nav");
  const { role } = useMe();
  const badges = useBadges();
  const offered = pages
    .filter(({ permissions }) => permissions.some((permission) => roleMay(role, permission)))
    .map(({ href, name, aside }) => ({
      href,
      icon: icons[name],
      label: t(name),
      short: name === "dashboard" ? t("dashboard_short") : t(name),
      badge: badges[name] ?? null,
      aside: aside ?? false,
    }));
  // Nobody stands before an empty navigation: a role without pages of its own has at least its account.
  return offered.length > 0
    ? offered
    : [
        {
          href: "/profile",
          icon: CircleUserRound,
          label: t("profile"),
          short: t("profile"),
          badge: null,
          aside: false,
        },
      ];
}
