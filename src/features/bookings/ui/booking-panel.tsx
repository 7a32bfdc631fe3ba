"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { LostRecord } from "#ui/list/lost-record.tsx";
import { useSteps } from "#ui/list/use-steps.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { BookingActions } from "./booking-actions.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingTalk } from "./booking-talk.tsx";
import { DayLanes } from "./day-lanes.tsx";
import { PanelHead } from "./panel-head.tsx";
import { type Booking, isUndone } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

type Props = {
  id: string;
  /** The row of the list, shown until the whole answer is there. */
  known: Booking | undefined;
  neighbours: readonly string[];
  /** How many the filters find, loaded or not. */
  total: number;
  onStep: (id: string) => void;
  onClose: () => void;
  decisions: Decisions;
};

/** One viewing: who, what, when, whether the time is free, and the decision. */
export function BookingPanel({ id, known, neighbours, total, onStep, onClose, decisions }: Props) {
  const t = useTranslations("bookings");
  const one = api.bookings.one.useQuery({ id });
  const fresh = useFreshIds("bookings");
  const booking = one.data?.booking ?? known;
  const steps = useSteps(neighbours, id, onStep);
  const decidable = booking?.status === "pending" && !decisions.isBusy(booking) ? booking : null;

  useShortcut("escape", onClose);
  useShortcut(
    "a",
    decidable && decidable.clashes === 0 ? () => decisions.approve(decidable) : null,
    t("approve_viewing"),
  );
  useShortcut("r", decidable ? () => decisions.askReject(decidable) : null, t("reject_more"));
  useShortcut("m", booking && isUndone(booking) ? () => decisions.askMove(booking) : null, t("move"));

  if (!booking) {
    return one.isError ? (
      <LostRecord error={one.error} onRetry={() => void one.refetch()} onClose={onClose} title={t("gone")}>
        {t("gone_help")}
      </LostRecord>
    ) : (
      <PanelSkeleton />
    );
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 animate-enter flex-col">
      <PanelHead booking={booking} steps={steps} total={total} onClose={onClose} fresh={fresh.has(id)} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <BookingFacts booking={booking}>
          <DayLanes booking={booking} day={one.data?.day ?? null} />
          <BookingTalk talk={one.data?.conversation ?? null} />
        </BookingFacts>
      </div>
      <BookingActions booking={booking} decisions={decisions} />
    </div>
  );
}

function PanelSkeleton() {
  return (
    <div aria-hidden className="min-h-60 flex-1 animate-late px-5 py-4">
      <Skeleton className="mb-3 h-6 w-24" />
      <Skeleton className="mb-2 h-5 w-3/4" />
      <Skeleton className="mb-8 h-4 w-1/2" />
      <Skeleton className="mb-6 h-10 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  );
}
