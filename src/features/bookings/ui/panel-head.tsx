"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import type { Booking } from "./types.ts";
import { useAgo, usePropertyTitle } from "./words.ts";

type Props = {
  booking: Booking;
  position: { at: number; of: number } | null;
  onBefore: (() => void) | null;
  onAfter: (() => void) | null;
  onClose: () => void;
  fresh: boolean;
};

export function PanelHead({ booking, position, onBefore, onAfter, onClose, fresh }: Props) {
  const t = useTranslations("bookings");
  const ui = useTranslations("ui");
  const format = useFormat();
  const ago = useAgo();
  const title = usePropertyTitle();
  return (
    <header className={`border-line border-b px-5 py-3.5 ${fresh ? "animate-flash" : ""}`}>
      <div className="mb-2 flex items-center gap-2">
        <BookingStatusChip status={booking.status} />
        {booking.status === "pending" ? (
          <span className="cut text-12 text-muted">{t("since", { when: ago(booking.created_at) })}</span>
        ) : null}
        <span className="ms-auto flex shrink-0 items-center gap-0.5">
          {position ? (
            <span className="me-1.5 text-12 text-muted max-md:hidden">
              {t("position", { at: format.number(position.at), of: format.number(position.of) })}
            </span>
          ) : null}
          <IconButton label={t("before")} icon={ChevronUp} keys="↑" disabled={!onBefore} onClick={() => onBefore?.()} />
          <IconButton label={t("after")} icon={ChevronDown} keys="↓" disabled={!onAfter} onClick={() => onAfter?.()} />
          <IconButton label={ui("close")} icon={X} keys="Esc" onClick={onClose} />
        </span>
      </div>
      <h2 className="font-semibold text-17" dir="auto">
        {t("viewing_of", { title: title(booking.property) })}
      </h2>
      <p className="text-13 text-muted">
        {format.dayTime(booking.starts_at, { year: true })} · {format.hijri(booking.starts_at)}{" "}
        <span className="whitespace-nowrap">
          · <Ltr>{booking.reference}</Ltr>
        </span>
      </p>
    </header>
  );
}
