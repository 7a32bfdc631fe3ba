"use client";
import { useTranslations } from "next-intl";
import { ActorMark } from "#features/shell/ui/actor-mark.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { DueChip, PriorityChip, TicketStatusChip } from "./ticket-chips.tsx";
import type { Ticket } from "./types.ts";
import { useDue } from "./use-due.ts";

export function useTicketLead(): (ticket: Ticket) => Lead {
  const t = useTranslations("tickets");
  return ({ customer, source, created_by, subject, reference }) => ({
    mark: customer ? <PersonMark name={customer.name} /> : <ActorMark actor={source} name={created_by?.name} />,
    title: subject,
    under: (
      <span className="flex min-w-0 items-baseline gap-1">
        {customer ? <CutText>{customer.name}</CutText> : t("no_customer")}
        <span aria-hidden>·</span>
        <Ltr>{reference}</Ltr>
      </span>
    ),
  });
}

export function useTicketColumns(): readonly Column<Ticket>[] {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const format = useFormat();
  const due = useDue();
  return [
    {
      id: "due",
      head: t("col_due"),
      width: "w-44",
      card: "line",
      cell: (ticket) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <DueChip due={due(ticket)} />
          {ticket.due_at ? <small className="cut text-12 text-muted">{format.dayTime(ticket.due_at)}</small> : null}
        </span>
      ),
    },
    {
      id: "priority",
      head: t("col_priority"),
      width: "w-29",
      card: "end",
      cell: (ticket) => <PriorityChip ticket={ticket} />,
    },
    {
      id: "category",
      head: t("category"),
      width: "w-26",
      from: "5xl",
      cell: ({ category }) => words(`category_${category}`),
    },
    {
      id: "owner",
      head: t("col_owner"),
      width: "w-42",
      from: "4xl",
      cell: ({ assignee }) => <Owner owner={assignee} />,
    },
    {
      id: "status",
      head: t("col_status"),
      width: "w-36",
      from: "2xl",
      cell: ({ status }) => <TicketStatusChip status={status} />,
    },
  ];
}

export function Owner({ owner }: { owner: Ticket["assignee"] }) {
  const t = useTranslations("tickets");
  return owner ? (
    <span className="flex min-w-0 items-center gap-2">
      <PersonMark name={owner.name} kind="staff" size="sm" />
      <CutText>{owner.name}</CutText>
    </span>
  ) : (
    <span className="text-muted">{t("no_owner")}</span>
  );
}
