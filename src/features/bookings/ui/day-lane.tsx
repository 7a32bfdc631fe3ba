"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { zonedDay } from "#lib/time.ts";
import { cx } from "#ui/cx.ts";
import { Tip } from "#ui/tooltip.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { Lane } from "./lane.ts";
import type { Booking } from "./types.ts";

/** A piece below this share of the lane is too short for a word; its hint still says all. */
const shortest = { this_one: 0.08, name: 0.14 };
const piece = "absolute inset-y-0.75 cut rounded-[5px] px-0.5 text-center text-12 leading-6.5 pb-0 mb-0";

/** Hours along the reading direction; this viewing is outlined, others are stone, a clash is red and says so below.
 *  The whole lane leads to the day in the calendar: a short viewing's piece of it is too narrow to be pressed. */
export function DayLane({ booking, lane, owner }: { booking: Booking; lane: Lane; owner: string | null }) {
  const t = useTranslations("bookings");
  const words = useTranslations("words");
  const format = useFormat();
  const clash = lane.items.some((item) => item.isClash);
  const tone = clash
    ? "bg-rejected-soft text-rejected shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,var(--rejected)_60%,transparent)]"
    : booking.status === "pending"
      ? "bg-pending-soft text-pending shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,var(--pending)_55%,transparent)]"
      : booking.status === "approved"
        ? "bg-approved-soft text-approved shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,var(--approved)_50%,transparent)]"
        : "bg-paused-soft text-paused";
  const others = lane.items.map((item) => ({
    id: item.id,
    said: t("other_viewing", {
      customer: isolate(item.customer_name),
      from: format.time(item.starts_at),
      to: format.time(item.ends_at),
      status: words(`booking_${item.status}`),
    }),
  }));
  const link = (
    <Link
      href={bookingsHref({
        view: "week",
        on: zonedDay(booking.starts_at, format.time_zone),
        owner,
        booking: booking.id,
      })}
      prefetch={false}
      className="relative block h-8.5 rounded-[7px] border border-line bg-sunken hover:border-line-strong"
    >
      <span className="sr-only">{t("open_day")}</span>
      <span aria-hidden>
        {lane.items.map((item) => (
          <span
            key={item.id}
            className={cx(
              piece,
              item.isClash ? "bg-rejected-soft text-rejected" : "bg-paused-soft text-ink-2",
              item.status === "pending" && "border border-line-strong border-dashed bg-transparent leading-6",
            )}
            style={placed(item)}
          >
            {item.size < shortest.name ? null : <bdi>{item.customer_name}</bdi>}
          </span>
        ))}
        <span className={cx(piece, "font-semibold", tone)} style={placed(lane)}>
          {lane.size < shortest.this_one ? null : t("this_one")}
        </span>
      </span>
    </Link>
  );
  return (
    <div>
      {others.length === 0 ? (
        link
      ) : (
        <>
          <Tip text={<Lines each={others} />}>{link}</Tip>
          <Lines each={others} className="sr-only" />
        </>
      )}
      <div aria-hidden className="relative mt-0.5 h-4.5 text-12 text-muted">
        {lane.hours.map(({ at, instant }, index) => (
          <span
            key={instant}
            className={cx(
              "absolute flex w-0 justify-center whitespace-nowrap",
              index === 0 && "justify-start",
              index === lane.hours.length - 1 && at > 0.97 && "justify-end",
            )}
            style={{ insetInlineStart: `${at * 100}%` }}
          >
            {format.hour(format.hourOf(instant), index === 0 || index === lane.hours.length - 1)}
          </span>
        ))}
      </div>
    </div>
  );
}

function Lines({ each, className }: { each: readonly { id: string; said: string }[]; className?: string }) {
  return (
    <ul className={className}>
      {each.map(({ id, said }) => (
        <li key={id}>{said}</li>
      ))}
    </ul>
  );
}

const placed = ({ start, size }: { start: number; size: number }) => ({
  insetInlineStart: `${start * 100}%`,
  inlineSize: `${Math.max(size, 0.06) * 100}%`,
});
