"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { statusLook } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { RecordLink } from "#ui/list/record-link.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { CalendarItem } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";

type Props = {
  item: CalendarItem;
  state: BookingFilters;
  isFresh: boolean;
  /** A month has one line for each; a week as many as its time has room for. */
  lines: 1 | 2 | 3;
  /** In a lane of a week, which may be too narrow for some of its words. A month's days never are, and a size container is
   *  painted wrong while the page is being parsed (theme.css, room-2xl): a month is full of them. */
  inLane?: boolean;
};

/** One viewing in a calendar: ground and icon say its state, a red outline that an approved one is in its way. */
export function CalendarEvent({ item, state, isFresh, lines, inLane = false }: Props) {
  const t = useTranslations("bookings");
  const words = useTranslations("words");
  const format = useFormat();
  const title = usePropertyTitle();
  const { className, icon: StatusIcon } = statusLook(item.status);
  const isClash = item.clashes > 0;
  const isOver = item.status === "rejected" || item.status === "cancelled";
  const Icon = isClash ? TriangleAlert : StatusIcon;
  const isOpen = state.filters.booking === item.id;
  return (
    <RecordLink
      id={item.id}
      href={bookingsHref({ ...state.filters, booking: item.id })}
      onOpen={(booking) => state.show({ booking })}
      className={cx(
        inLane && "@container",
        "block h-full overflow-hidden rounded-chip px-1 text-12 leading-4.5 transition-[filter] duration-120 hover:brightness-96 dark:hover:brightness-125",
        lines === 1 ? "py-px" : "py-0.75",
        className,
        isClash && "shadow-[inset_0_0_0_1.5px_var(--rejected)]",
        isOpen && "outline-2 outline-focus",
        isFresh && "animate-flash",
      )}
    >
      <span
        className={cx(
          "flex items-center gap-x-1 overflow-hidden font-medium whitespace-nowrap",
          lines > 1 && "flex-wrap @max-[3.25rem]:text-11",
        )}
      >
        <Icon size={12} strokeWidth={2} className={cx("shrink-0", isClash && "text-rejected")} aria-hidden />
        <span className={cx(lines > 1 ? "@max-[2.1rem]:sr-only" : "@max-[2.75rem]:sr-only", isOver && "line-through")}>
          {format.time(item.starts_at)}
        </span>
        {lines === 1 ? (
          <CutText className="flex-1 font-normal @max-[5rem]:sr-only">{item.customer_name}</CutText>
        ) : (
          <span className="sr-only">{item.customer_name}</span>
        )}
        <span className="sr-only">
          {words(`booking_${item.status}`)}
          {isClash ? ` ${t("clash_short")}` : null}
        </span>
      </span>
      {lines > 1 ? (
        <span aria-hidden className="block font-semibold @max-[3.25rem]:hidden">
          <CutText>{item.customer_name}</CutText>
        </span>
      ) : null}
      {lines > 2 ? (
        <span className="block @max-[3.25rem]:hidden">
          <CutText>{title({ title: item.property_title, title_en: item.property_title_en })}</CutText>
        </span>
      ) : null}
    </RecordLink>
  );
}
