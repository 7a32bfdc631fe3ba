"use client";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { isolate } from "#i18n/isolate.ts";
import type { Booking } from "./types.ts";

/** Who decided, as a sentence with the verb's gender: "اعتمدت لمى الحربي هذه المعاينة قبل لحظات". */
export function useDecision(): (booking: Booking) => string | null {
  const t = useTranslations("bookings");
  const ago = useAgo();
  return ({ status, decided_by, decided_at }) => {
    if (!decided_by || !decided_at || !isDecided(status)) return null;
    return t(`decided_${status}`, {
      gender: decided_by.gender ?? "other",
      name: isolate(decided_by.name),
      when: ago(decided_at),
    });
  };
}

const isDecided = (status: Booking["status"]) =>
  status === "approved" || status === "rejected" || status === "cancelled";
