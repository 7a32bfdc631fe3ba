"use client";
import { useTranslations } from "next-intl";
import { ActorMark } from "#features/shell/ui/actor-mark.tsx";
import type { Booking } from "./types.ts";

/** Who brought the viewing in: a machine's square or a person's circle, and the word. */
export function BookingSource({ booking, word = true }: { booking: Booking; word?: boolean }) {
  const t = useTranslations("words");
  const { source, staff } = booking;
  return (
    <span className="flex items-center gap-2">
      <ActorMark actor={source} name={staff?.name} size="sm" />
      <span className={word ? "text-ink-2" : "sr-only"}>{t(`actor_${source}`)}</span>
    </span>
  );
}
