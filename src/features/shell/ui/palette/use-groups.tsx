"use client";
import {
  CalendarPlus,
  Keyboard,
  Languages,
  LogOut,
  Megaphone,
  Monitor,
  Moon,
  PhoneOff,
  Plug,
  Search,
  Sun,
  TicketPlus,
  UserPlus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { nameKey } from "#lib/arabic.ts";
import { api } from "#trpc/api.ts";
import { useMay } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useNavItems } from "../nav-items.tsx";
import { usePreferences } from "../use-preferences.ts";
import { useSignOut } from "../use-sign-out.ts";
import type { Entry, Group } from "./entries.ts";

/** What the palette offers for the words typed: pages, acts, and, from the second letter on, customers and the search. */
export function useGroups(words: string, onShortcuts: () => void): { groups: readonly Group[]; busy: boolean } {
  const t = useTranslations("shell");
  const { entries: customers, busy } = useCustomers(words);
  const acts = useActs(onShortcuts);
  const pages = [...useNavItems(), ...useSettingsPages()].map(
    ({ href, icon, label }): Entry => ({ id: href, text: label, content: label, icon, href }),
  );
  const key = nameKey(words);
  const matching = (entries: readonly Entry[]) => entries.filter((entry) => nameKey(entry.text).includes(key));
  const search: Entry[] = words.trim()
    ? [
        {
          id: "search",
          text: words,
          icon: Search,
          content: t.rich("search_conversations", { words: words.trim(), bdi: (chunks) => <bdi>{chunks}</bdi> }),
          href: `/conversations?${new URLSearchParams({ q: words.trim() })}`,
        },
      ]
    : [];
  const groups = [
    { id: "customers", label: t("customers"), entries: customers },
    { id: "pages", label: t("pages"), entries: matching(pages) },
    { id: "acts", label: t("acts"), entries: matching(acts) },
    { id: "search", label: t("search_all"), entries: search },
  ];
  return { groups: groups.filter(({ entries }) => entries.length > 0), busy };
}

/** Not in the navigation, and looked for when something is amiss. */
function useSettingsPages() {
  const t = useTranslations("shell");
  const may = { calling: useMay("campaigns.write"), integrations: useMay("company.manage") };
  return [
    ...(may.calling ? [{ href: "/settings/calling", icon: PhoneOff, label: t("page_calling") }] : []),
    ...(may.integrations ? [{ href: "/settings/integrations", icon: Plug, label: t("page_integrations") }] : []),
  ];
}

function useCustomers(words: string): { entries: readonly Entry[]; busy: boolean } {
  const format = useFormat();
  const q = useDeferredValue(words.trim());
  const may = useMay("customers.read");
  const { data, isFetching } = api.customers.list.useQuery(
    { q, limit: 6 },
    { enabled: may && q.length > 1, placeholderData: (previous) => previous },
  );
  if (q.length < 2) return { entries: [], busy: false };
  const entries = (data?.customers ?? []).map(({ id, name, phone }) => ({
    id,
    text: name,
    mark: <PersonMark name={name} size="sm" />,
    content: (
      <>
        <bdi>{name}</bdi>{" "}
        <small className="ms-2 text-12 text-muted">
          <Ltr>{format.phone(phone)}</Ltr>
        </small>
      </>
    ),
    href: `/customers/${id}`,
  }));
  return { entries, busy: isFetching };
}

function useActs(onShortcuts: () => void): readonly Entry[] {
  const t = useTranslations("shell");
  const ui = useTranslations("ui");
  const nav = useTranslations("nav");
  const { locale } = useFormat();
  const { setLocale, setTheme } = usePreferences();
  const { signOut } = useSignOut();
  const may = {
    bookings: useMay("bookings.write"),
    tickets: useMay("tickets.write"),
    customers: useMay("customers.write"),
    campaigns: useMay("campaigns.write"),
  };
  const act = (id: string, text: string, icon: Entry["icon"], does: Pick<Entry, "href" | "act" | "keys">): Entry => ({
    id,
    text,
    content: text,
    ...(icon && { icon }),
    ...does,
  });
  return [
    ...(may.bookings ? [act("new-booking", t("new_booking"), CalendarPlus, { href: "/bookings?new=true" })] : []),
    ...(may.tickets ? [act("new-ticket", t("new_ticket"), TicketPlus, { href: "/tickets?new=true" })] : []),
    ...(may.customers ? [act("new-customer", t("new_customer"), UserPlus, { href: "/customers?new=true" })] : []),
    ...(may.campaigns ? [act("new-campaign", t("new_campaign"), Megaphone, { href: "/campaigns/new" })] : []),
    act("language", ui(locale === "ar" ? "english" : "arabic"), Languages, {
      act: () => setLocale(locale === "ar" ? "en" : "ar"),
    }),
    act("light", `${ui("theme")}: ${ui("theme_light")}`, Sun, { act: () => setTheme("light") }),
    act("dark", `${ui("theme")}: ${ui("theme_dark")}`, Moon, { act: () => setTheme("dark") }),
    act("system", `${ui("theme")}: ${ui("theme_system")}`, Monitor, { act: () => setTheme("system") }),
    act("shortcuts", t("shortcuts"), Keyboard, { act: onShortcuts, keys: "?" }),
    act("sign-out", nav("sign_out"), LogOut, { act: signOut }),
  ];
}
