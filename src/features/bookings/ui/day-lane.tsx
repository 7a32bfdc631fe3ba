"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { cx } from "#ui/cx.ts";
import { Tip } from "#ui/tooltip.tsx";
import type { Lane, LaneItem } from "./lane.ts";
import type { Booking } from "./types.ts";

/** A piece below this share of the lane is too short for a word; its hint still says all. */
const shortest = { this_one: 0.08, name: 0.14 };
const piece = "absolute inset-y-0.75 cut rounded-[5px] px-0.5 text-center text-12 leading-6.5 pb-0 mb-0";

/** Hours along the reading direction; this viewing is outlined, others are stone, a clash is red and says so below. */
export function DayLane({ booking, lane }: { booking: Booking; lane: Lane }) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const clash = lane.items.some((item) => item.isClash);
  const tone = clash
    ? "bg-rejected-soft text-rejected shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,var(--rejected)_60%,transparent)]"
    : booking.status === "pending"
      ? "bg-pending-soft text-pending shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,var(--pending)_55%,transparent)]"
      : booking.status === "approved"
        ? "bg-approved-soft text-approved shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,var(--approved)_50%,transparent)]"
        : "bg-paused-soft text-paused";
  return (
    <div>
      <div className="relative h-8.5 rounded-[7px] border border-line bg-sunken">
        {lane.items.map((item) => (
          <Other key={item.id} item={item} />
        ))}
        <span className={cx(piece, "font-semibold", tone)} style={placed(lane)}>
          <span className={lane.size < shortest.this_one ? "sr-only" : ""}>{t("this_one")}</span>
        </span>
      </div>
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

function Other({ item }: { item: LaneItem }) {
  const t = useTranslations("bookings");
  const words = useTranslations("words");
  const format = useFormat();
  const said = t("other_viewing", {
    customer: isolate(item.customer_name),
    from: format.time(item.starts_at),
    to: format.time(item.ends_at),
    status: words(`booking_${item.status}`),
  });
  return (
    <Tip text={said}>
      <button
        type="button"
        aria-label={said}
        className={cx(
          piece,
          "cursor-default",
          item.isClash ? "bg-rejected-soft text-rejected" : "bg-paused-soft text-ink-2",
          item.status === "pending" && "border border-line-strong border-dashed bg-transparent leading-6",
        )}
        style={placed(item)}
      >
        {item.size < shortest.name ? null : <bdi>{item.customer_name}</bdi>}
      </button>
    </Tip>
  );
}

const placed = ({ start, size }: { start: number; size: number }) => ({
  insetInlineStart: `${start * 100}%`,
  inlineSize: `${Math.max(size, 0.06) * 100}%`,
});
