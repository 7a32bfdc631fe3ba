"use client";
import { CircleCheckBig } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Block, BlockLink } from "#ui/block.tsx";
import { Count } from "#ui/count.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { useNow } from "#ui/now.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { bookingsHref } from "./hrefs.ts";
import { waitingInput } from "./list-input.ts";
import { useDecisions } from "./use-decisions.tsx";
import { WaitingLine } from "./waiting-line.tsx";

/** What waits for a decision, soonest first, decided in place. */
export function WaitingBlock() {
  const t = useTranslations("bookings");
  const format = useFormat();
  const input = waitingInput(format, useNow());
  const { data, error, refetch, isRefetching } = api.bookings.list.useQuery(input);
  const { data: counts } = api.bookings.counts.useQuery({ from: input.from });
  const fresh = useFreshIds("bookings");
  const decisions = useDecisions();
  const rows = data?.bookings ?? [];
  return (
    <Block
      title={t("waiting_title")}
      mark={counts && counts.pending > 0 ? <Count tone="hot">{format.number(counts.pending)}</Count> : null}
      end={<BlockLink href={bookingsHref({ status: "pending" })}>{t("all_viewings")}</BlockLink>}
    >
      {error && !data ? (
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} busy={isRefetching} />
      ) : !data ? (
        <Skeleton className="mx-4 mb-4 h-60" />
      ) : rows.length === 0 ? (
        <p className="flex items-center gap-2.5 border-line border-t px-4 py-5 text-13 text-muted">
          <CircleCheckBig size={18} strokeWidth={1.5} className="text-approved" aria-hidden />
          {t("none_pending_help")}
        </p>
      ) : (
        <ul>
          {rows.map((booking) => (
            <WaitingLine key={booking.id} booking={booking} fresh={fresh.has(booking.id)} decisions={decisions} />
          ))}
        </ul>
      )}
      {decisions.dialog}
    </Block>
  );
}
