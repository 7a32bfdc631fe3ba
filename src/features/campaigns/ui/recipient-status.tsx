"use client";
import {
  Ban,
  CircleCheck,
  CircleX,
  Clock3,
  type LucideIcon,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Voicemail,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip, type Tone } from "#ui/chip.tsx";
import type { RecipientStatus } from "./types.ts";

const looks: Record<RecipientStatus, readonly [Tone, LucideIcon]> = {
  pending: ["paused", Clock3],
  dialling: ["running", PhoneCall],
  answered: ["approved", CircleCheck],
  no_answer: ["pending", PhoneMissed],
  busy: ["pending", PhoneOff],
  voicemail: ["open", Voicemail],
  failed: ["rejected", CircleX],
  skipped: ["paused", Ban],
};

export function RecipientStatusChip({ status }: { status: RecipientStatus }) {
  const t = useTranslations("words");
  const [tone, icon] = looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`recipient_${status}`)}
    </Chip>
  );
}

const told = [
  "do_not_call",
  "invalid_number",
  "refused_before",
  "outside_hours",
  "weekend",
  "holiday",
  "daily_limit",
  "weekly_limit",
  "recently_called",
  "in_doubt",
  "vendor_refused",
  "vendor_not_found",
  "vendor_rate_limited",
  "vendor_unauthorized",
  "vendor_no_credit",
  "vendor_quota",
] as const;

/** Why somebody was left out, put off or could not be reached: our own reasons in the page's language, others as they were written. */
export function useReason(): (reason: string) => string {
  const t = useTranslations("campaigns");
  return (reason) => {
    const known = told.find((code) => code === reason);
    return known ? t(`reason_${known}`) : reason;
  };
}
