"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Button } from "#ui/button.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { BookingActions } from "./booking-actions.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { DayLanes } from "./day-lanes.tsx";
import { PanelHead } from "./panel-head.tsx";
import type { Booking } from "./types.ts";
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
  const one = api.bookings.one.useQuery({ id });
  const fresh = useFreshIds("bookings");
  const booking = one.data?.booking ?? known;
  const at = neighbours.indexOf(id);
  // Decided, a row leaves the list it was found in; the keys go on from where it stood.
  const stood = useRef(0);
  useEffect(() => {
    if (at >= 0) stood.current = at;
  }, [at]);
  const step = (by: 1 | -1) => {
    const to = at >= 0 ? at + by : by > 0 ? stood.current : stood.current - 1;
    const next = neighbours[to];
    if (next) onStep(next);
  };
  const before = at > 0 || (at < 0 && neighbours.length > 0);
  const after = at < 0 ? neighbours.length > 0 : at < neighbours.length - 1;
  const decidable = booking?.status === "pending" && !decisions.isBusy(booking) ? booking : null;

  useShortcut("arrowup", before ? () => step(-1) : null);
  useShortcut("arrowdown", after ? () => step(1) : null);
  useShortcut("escape", onClose);
  useShortcut("a", decidable && decidable.clashes === 0 ? () => decisions.approve(decidable) : null);
  useShortcut("r", decidable ? () => decisions.askReject(decidable) : null);

  if (!booking) {
    return one.isError ? (
      <Lost error={one.error} onRetry={() => void one.refetch()} onClose={onClose} />
    ) : (
      <div className="min-h-60 flex-1" />
    );
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 animate-enter flex-col">
      <PanelHead
        booking={booking}
        position={at >= 0 ? { at: at + 1, of: total } : null}
        onBefore={before ? () => step(-1) : null}
        onAfter={after ? () => step(1) : null}
        onClose={onClose}
        fresh={fresh.has(id)}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <BookingFacts booking={booking}>
          <DayLanes booking={booking} day={one.data?.day ?? null} />
        </BookingFacts>
      </div>
      <BookingActions booking={booking} decisions={decisions} />
    </div>
  );
}

function Lost({ error, onRetry, onClose }: { error: unknown; onRetry: () => void; onClose: () => void }) {
  const t = useTranslations("bookings");
  const ui = useTranslations("ui");
  const { code, request_id } = failureOf(error);
  if (code !== "NOT_FOUND" && code !== "BAD_REQUEST") return <ErrorPanel request_id={request_id} onRetry={onRetry} />;
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-1 p-8 text-center">
      <p className="font-semibold">{t("gone")}</p>
      <p className="text-13 text-muted">{t("gone_help")}</p>
      <Button onClick={onClose} className="mt-3">
        {ui("close")}
      </Button>
    </div>
  );
}
