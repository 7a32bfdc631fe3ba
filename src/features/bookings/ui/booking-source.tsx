"use client";
import { useTranslations } from "next-intl";
import { MachineMark, PersonMark } from "#ui/avatar.tsx";
import type { Booking } from "./types.ts";

/** Who brought the viewing in: a machine's square or a person's circle, and the word. */
export function BookingSource({ booking, word = true }: { booking: Booking; word?: boolean }) {
  const t = useTranslations("bookings");
  const { source } = booking;
  return (
    <span className="flex items-center gap-2">
      {source === "voice_agent" || source === "chat_agent" || source === "system" ? (
        <MachineMark
          kind={source === "voice_agent" ? "voice" : source === "chat_agent" ? "chat" : "system"}
          size="sm"
        />
      ) : (
        <PersonMark name={booking.staff?.name ?? "؟"} kind="staff" size="sm" />
      )}
      <span className={word ? "text-ink-2" : "sr-only"}>{t(`source_${source}`)}</span>
    </span>
  );
}
