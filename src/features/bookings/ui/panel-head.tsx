"use client";
import { useTranslations } from "next-intl";
import { useAgo, usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { StepButtons } from "#ui/list/step-buttons.tsx";
import type { useSteps } from "#ui/list/use-steps.ts";
import { Ltr } from "#ui/ltr.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import type { Booking } from "./types.ts";

type Props = {
  booking: Booking;
  steps: ReturnType<typeof useSteps>;
  total: number;
  onClose: () => void;
  fresh: boolean;
};

export function PanelHead({ booking, steps, total, onClose, fresh }: Props) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const { hijri } = useMe();
  const ago = useAgo();
  const title = usePropertyTitle();
  return (
    <header className={`border-line border-b px-5 py-3.5 ${fresh ? "animate-flash" : ""}`}>
      <div className="mb-2 flex items-center gap-2">
        <BookingStatusChip status={booking.status} />
        {booking.status === "pending" ? (
          <span className="cut text-12 text-muted">{t("since", { when: ago(booking.created_at) })}</span>
        ) : null}
        <StepButtons steps={steps} total={total} onClose={onClose} />
      </div>
      <h2 className="font-semibold text-17" dir="auto">
        {t("viewing_of", { title: title(booking.property) })}
      </h2>
      <p className="text-13 text-muted">
        {format.dayTime(booking.starts_at, { year: true })}
        {hijri ? ` · ${format.hijri(booking.starts_at)}` : null}{" "}
        <span className="whitespace-nowrap">
          · <Ltr>{booking.reference}</Ltr>
        </span>
      </p>
    </header>
  );
}
