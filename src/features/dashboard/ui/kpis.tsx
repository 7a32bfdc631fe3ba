"use client";
import { useTranslations } from "next-intl";
import type { Format } from "#i18n/format.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useFeedStatus } from "#trpc/live-provider.tsx";
import { useMay } from "#trpc/me.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { type Kpi, KpiStrip, KpiStripSkeleton } from "#ui/kpi-strip.tsx";
import { behind } from "./behind.ts";
import { period_counts } from "./period.ts";
import { usePeriod } from "./use-period.ts";

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** The figures of the period, each beside the period before and each a way to the rows it counts. Viewings and tickets stand
 *  there for those who work on them. */
export function Kpis() {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const [period] = usePeriod();
  const { state } = useFeedStatus();
  const calls = api.stats.calls.useQuery({ period }, { placeholderData: (previous) => previous });
  const conversions = api.stats.conversions.useQuery({ period }, { placeholderData: (previous) => previous });
  const [seesBookings, seesTickets] = [useMay("bookings.read"), useMay("tickets.read")];
  const tickets = api.stats.tickets.useQuery(
    { period },
    { enabled: seesTickets, placeholderData: (previous) => previous },
  );
  const failed = [calls, conversions, tickets].find((query) => query.isError);

  if (failed) {
    const retry = () =>
      void Promise.all([calls.refetch(), conversions.refetch(), ...(seesTickets ? [tickets.refetch()] : [])]);
    return (
      <div className="rounded-card border border-line">
        <ErrorPanel request_id={failureOf(failed.error).request_id} onRetry={retry} busy={failed.isRefetching} />
      </div>
    );
  }
  if (!calls.data || !conversions.data || (seesTickets && !tickets.data)) return <KpiStripSkeleton />;

  const { totals, previous, series } = calls.data;
  const rates = conversions.data;
  const rows = behind(calls.data);
  // A company younger than the window has nothing to be compared with.
  const comparable = previous.conversations > 0;
  const since = comparable ? t(`since_${calls.data.period}`, { n: period_counts[calls.data.period] }) : t("no_before");
  const handed = share(totals.handed_over, totals.conversations);
  const handedBefore = share(previous.handed_over, previous.conversations);
  const items: Kpi[] = [
    {
      key: "calls",
      label: t("calls"),
      figure: format.number(totals.calls),
      change: grown(totals.calls, previous.calls, format),
      since,
      spark: thinned(series.map((bucket) => bucket.voice)),
      href: rows.calls,
    },
    {
      key: "chats",
      label: t("chats"),
      figure: format.number(totals.chats),
      change: grown(totals.chats, previous.chats, format),
      since,
      spark: thinned(series.map((bucket) => bucket.chat)),
      href: rows.chats,
    },
    ...(seesBookings
      ? [
          {
            key: "bookings",
            label: t("booked"),
            figure: format.number(totals.bookings_created),
            change: comparable ? moved(totals.bookings_created - previous.bookings_created, format, 1) : null,
            since,
            spark: thinned(series.map((bucket) => bucket.bookings_created)),
            href: rows.bookings,
          },
        ]
      : []),
    {
      key: "rate",
      label: t("rate"),
      figure: percent(rates.totals.conversation_to_booking_rate, format, 1),
      change: points(rates.totals.conversation_to_booking_rate, rates.previous.conversation_to_booking_rate, format, 1),
      since,
      href: rows.booked,
    },
    ...(tickets.data
      ? [
          {
            key: "tickets",
            label: t("tickets_opened"),
            figure: format.number(tickets.data.totals.opened),
            change: comparable ? moved(tickets.data.totals.opened - tickets.data.previous.opened, format, 0) : null,
            since,
            spark: thinned(tickets.data.series.map((bucket) => bucket.opened)),
            href: rows.tickets,
          },
        ]
      : []),
    {
      key: "handed",
      label: t("handed"),
      figure: percent(handed, format, 0),
      change: points(handed, handedBefore, format, -1),
      since,
      spark: thinned(series.map((bucket) => bucket.handed_over)),
      href: rows.handed_over,
    },
  ];
  return <KpiStrip label={t("figures")} items={items} stale={state === "offline"} />;
}

const spark_points = 15;

/** Neighbours added together until a small drawing can show them. */
function thinned(values: readonly number[]): number[] {
  const step = Math.ceil(values.length / spark_points);
  // Whole groups from the newest back: a short group at the start would look like a rise.
  const start = values.length % step;
  return Array.from({ length: Math.floor(values.length / step) }, (_, at) =>
    values.slice(start + at * step, start + (at + 1) * step).reduce((sum, value) => sum + value, 0),
  );
}

const percent = (value: number | null, format: Format, fraction: number) =>
  value === null ? "–" : format.percent(value, fraction);

function grown(value: number, before: number, format: Format): Kpi["change"] {
  if (before === 0) return null;
  const change = (value - before) / before;
  const text =
    Math.round(change * 100) === 0 ? format.percent(0) : `${change > 0 ? "+" : "−"}${format.percent(Math.abs(change))}`;
  return { text, good: Math.round(change * 100) === 0 ? null : change > 0 };
}

/** `better` is 1 when more is better, 0 when it is neither. */
function moved(change: number, format: Format, better: 0 | 1): Kpi["change"] {
  return { text: format.signed(change), good: change === 0 || better === 0 ? null : change > 0 };
}

/** Percentage points; `better` is 1 when more is better, −1 when less is. */
function points(value: number | null, before: number | null, format: Format, better: 1 | -1): Kpi["change"] {
  if (value === null || before === null) return null;
  const change = (value - before) * 100;
  return { text: format.signed(change, 1), good: Math.abs(change) < 0.05 ? null : change * better > 0 };
}
