"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Count } from "#ui/count.tsx";
import { LinkTabs } from "#ui/tabs.tsx";
import { type Tab, tabs } from "./filters.ts";
import { ticketsHref } from "./hrefs.ts";
import { namesOwner } from "./list-input.ts";
import type { TicketCounts } from "./types.ts";
import type { TicketFilters } from "./use-ticket-filters.ts";

/** How many a tab holds. */
export const countOf = (counts: TicketCounts, tab: Tab) => counts[tab === "open" ? "unsolved" : tab];

export function TicketTabs({ state, counts }: { state: TicketFilters; counts: TicketCounts | undefined }) {
  const t = useTranslations("tickets");
  const format = useFormat();
  const { filters, set } = state;
  const to = (tab: Tab) => ({ tab, ticket: null, ...(namesOwner(tab) && { owner: null }) });
  return (
    <LinkTabs
      label={t("tabs")}
      value={filters.tab}
      onChange={(value) => set(to(tabs.find((tab) => tab === value) ?? "open"))}
      tabs={tabs.map((tab) => {
        const count = counts && countOf(counts, tab);
        const tone = !count ? "filled" : tab === "overdue" ? "urgent" : tab === "mine" ? "hot" : "filled";
        return {
          value: tab,
          label: t(`tab_${tab}`),
          href: ticketsHref({ ...filters, ...to(tab) }),
          count: count === undefined ? null : <Count tone={tone}>{format.number(count)}</Count>,
        };
      })}
    />
  );
}
