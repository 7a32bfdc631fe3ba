"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { api } from "#trpc/api.ts";
import { useSelection } from "#ui/list/selection.ts";
import { focusRow, SplitView } from "#ui/list/split-view.tsx";
import { BulkActs } from "./bulk-acts.tsx";
import { TicketList } from "./ticket-list.tsx";
import { TicketPanel } from "./ticket-panel.tsx";
import { countOf, TicketTabs } from "./ticket-tabs.tsx";
import { TicketToolbar } from "./ticket-toolbar.tsx";
import { useTicketActs } from "./use-ticket-acts.ts";
import { useTicketFilters } from "./use-ticket-filters.ts";
import { useTicketPages } from "./use-ticket-pages.ts";

/** The list with its filters, and beside it, on wide screens, the ticket that is open. */
export function TicketsScreen() {
  const t = useTranslations("tickets");
  const state = useTicketFilters();
  const opener = useRef<string | null>(null);
  const list = useTicketPages(state.list);
  const counts = api.tickets.counts.useQuery(state.count, { placeholderData: (previous) => previous });
  const rows = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  const selection = useSelection(rows);
  const acts = useTicketActs();
  const { ticket: open, tab } = state.filters;

  const close = () => {
    opener.current = open;
    state.show({ ticket: null });
    focusRow(opener.current);
  };
  return (
    <>
      <TicketTabs state={state} counts={counts.data} />
      <SplitView
        label={t("list")}
        panelLabel={t("details")}
        onClose={close}
        panel={
          open ? (
            <TicketPanel
              key={open}
              id={open}
              known={rows.find((row) => row.id === open)}
              neighbours={rows.map((row) => row.id)}
              total={counts.data ? countOf(counts.data, tab) : rows.length}
              onStep={(ticket) => state.set({ ticket })}
              onClose={close}
              acts={acts}
            />
          ) : null
        }
      >
        <TicketToolbar state={state} />
        <TicketList list={list} rows={rows} state={state} selection={selection} />
        <BulkActs selection={selection} />
      </SplitView>
    </>
  );
}
