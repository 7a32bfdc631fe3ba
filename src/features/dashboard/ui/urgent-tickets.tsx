"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { Block } from "#ui/block.tsx";
import { Chip, StatusChip } from "#ui/chip.tsx";
import { Count } from "#ui/count.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { urgent_lists } from "./period.ts";

type Ticket = Outputs["tickets"]["list"]["tickets"][number];
const most = 4;

export function UrgentTickets() {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const [open, started] = api.useQueries((ask) => urgent_lists.map((input) => ask.tickets.list(input)));
  const { data: operations } = api.live.operations.useQuery({}, { refetchInterval: 60_000 });
  const failed = open?.error ?? started?.error;
  const tickets = [...(open?.data?.tickets ?? []), ...(started?.data?.tickets ?? [])].slice(0, most);
  const count = operations?.counts.urgent_tickets ?? tickets.length;
  const retry = () => void Promise.all([open?.refetch(), started?.refetch()]);
  return (
    <Block title={t("urgent")} mark={count > 0 ? <Count tone="urgent">{format.number(count)}</Count> : null}>
      {failed ? (
        <ErrorPanel request_id={failureOf(failed).request_id} onRetry={retry} />
      ) : !open?.data || !started?.data ? (
        <Skeleton className="mx-4 mb-4 h-28" />
      ) : tickets.length === 0 ? (
        <p className="border-line border-t px-4 py-4 text-13 text-muted">{t("urgent_none")}</p>
      ) : (
        <ul>
          {tickets.map((ticket) => (
            <TicketLine key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      )}
    </Block>
  );
}

function TicketLine({ ticket }: { ticket: Ticket }) {
  const t = useTranslations("dashboard");
  const { subject, reference, customer, assignee, status, is_overdue } = ticket;
  return (
    <li className="grid grid-cols-[32px_minmax(0,1fr)_auto] items-center gap-3 border-line border-t px-4 py-2.25 text-13 md:grid-cols-[32px_minmax(0,1fr)_150px_112px]">
      <PersonMark name={customer?.name ?? "؟"} />
      <span className="min-w-0">
        <b className="block min-w-0 text-14">
          <CutText>{subject}</CutText>
        </b>
        <small className="cut block text-12 text-muted">
          {customer ? (
            <>
              <bdi>{customer.name}</bdi> ·{" "}
            </>
          ) : null}
          <Ltr>{reference}</Ltr>
        </small>
      </span>
      <span className="flex min-w-0 items-center gap-2 max-md:hidden">
        {assignee ? (
          <>
            <PersonMark name={assignee.name} kind="staff" size="sm" />
            <span className="block text-ink-2">
              <CutText>{assignee.name}</CutText>
            </span>
          </>
        ) : (
          <span className="text-muted">{t("unassigned")}</span>
        )}
      </span>
      <span className="justify-self-end">
        {is_overdue ? (
          <Chip tone="urgent">{t("overdue")}</Chip>
        ) : (
          <StatusChip status={status}>{t(`ticket_${status}`)}</StatusChip>
        )}
      </span>
    </li>
  );
}
