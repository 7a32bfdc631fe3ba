"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { Block, BlockLink } from "#ui/block.tsx";
import { Chip, StatusChip } from "#ui/chip.tsx";
import { Count } from "#ui/count.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { behind_now } from "./behind.ts";
import { urgent_list } from "./period.ts";

type Ticket = Outputs["tickets"]["list"]["tickets"][number];

export function UrgentTickets() {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const { data, error, refetch, isRefetching } = api.tickets.list.useQuery(urgent_list);
  const { data: operations } = api.live.operations.useQuery({}, { refetchInterval: 60_000 });
  const tickets = data?.tickets ?? [];
  const count = operations?.counts.urgent_tickets ?? tickets.length;
  return (
    <Block
      title={t("urgent")}
      mark={count > 0 ? <Count tone="urgent">{format.number(count)}</Count> : null}
      end={<BlockLink href={behind_now.urgent_tickets}>{t("all_urgent")}</BlockLink>}
    >
      {error && !data ? (
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} busy={isRefetching} />
      ) : !data ? (
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
  const words = useTranslations("words");
  const { id, subject, reference, customer, assignee, status, is_overdue } = ticket;
  return (
    <li className="relative grid grid-cols-[32px_minmax(0,1fr)_auto] items-center gap-3 border-line border-t px-4 py-2.25 text-13 transition-colors duration-120 hover:bg-hover md:grid-cols-[32px_minmax(0,1fr)_150px_112px]">
      <PersonMark name={customer?.name ?? "؟"} />
      <span className="min-w-0">
        <Link
          href={behind_now.ticket(id)}
          className="block min-w-0 font-semibold text-14 -outline-offset-2 after:absolute after:inset-0"
        >
          <CutText>{subject}</CutText>
        </Link>
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
          <StatusChip status={status}>{words(`ticket_${status}`)}</StatusChip>
        )}
      </span>
    </li>
  );
}
