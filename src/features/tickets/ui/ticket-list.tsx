"use client";
import { TicketCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import type { Selection } from "#ui/list/selection.ts";
import { ticketsHref } from "./hrefs.ts";
import type { Ticket } from "./types.ts";
import { useTicketColumns, useTicketLead } from "./use-ticket-columns.tsx";
import type { TicketFilters } from "./use-ticket-filters.ts";
import type { useTicketPages } from "./use-ticket-pages.ts";

type Props = {
  list: ReturnType<typeof useTicketPages>;
  rows: readonly Ticket[];
  state: TicketFilters;
  selection: Selection;
};

export function TicketList({ list, rows, state, selection }: Props) {
  const t = useTranslations("tickets");
  const columns = useTicketColumns();
  const lead = useTicketLead();
  return (
    <ListFrame
      pages={list}
      count={rows.length}
      skeleton={<ListSkeleton />}
      empty={<NoTickets state={state} />}
      end={t("end_of_list", { count: rows.length })}
    >
      <RecordList
        label={t("list")}
        rows={rows}
        head={t("col_ticket")}
        lead={lead}
        columns={columns}
        href={({ id }) => ticketsHref({ ...state.filters, ticket: id })}
        name={({ subject }) => subject}
        open={state.filters.ticket}
        onOpen={(ticket) => state.show({ ticket })}
        fresh={useFreshIds("tickets")}
        selection={selection}
      />
    </ListFrame>
  );
}

const empty_words = {
  open: "open",
  mine: "mine",
  unassigned: "unassigned",
  overdue: "overdue",
  resolved: "other",
  closed: "other",
  all: "other",
} as const;

function NoTickets({ state: { filters, isNarrowed, clear } }: { state: TicketFilters }) {
  const t = useTranslations("tickets");
  if (isNarrowed) return <NoMatch words={filters.q} onClear={clear} help={t("no_match_help")} />;
  const kind = empty_words[filters.tab];
  return (
    <Empty icon={TicketCheck} title={t(`none_${kind}`)}>
      {t(`none_${kind}_help`)}
    </Empty>
  );
}
