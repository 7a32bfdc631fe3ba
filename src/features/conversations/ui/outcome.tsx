"use client";
import {
  CalendarCheck,
  CircleSlash,
  CircleX,
  type LucideIcon,
  MessageCircle,
  PhoneMissed,
  Radio,
  Sparkles,
  Ticket,
  UserRoundCheck,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip, type Tone } from "#ui/chip.tsx";
import type { Found } from "./types.ts";

const looks: Record<NonNullable<Found["outcome"]>, [Tone, LucideIcon]> = {
  booked: ["approved", CalendarCheck],
  interested: ["open", Sparkles],
  answered: ["paused", MessageCircle],
  ticket_opened: ["pending", Ticket],
  handed_over: ["open", UserRoundCheck],
  not_interested: ["paused", CircleSlash],
  no_answer: ["paused", PhoneMissed],
  wrong_number: ["paused", CircleSlash],
  failed: ["rejected", CircleX],
};

/** What came of a conversation, or that it still goes on. */
export function Outcome({ conversation }: { conversation: Pick<Found, "status" | "outcome"> }) {
  const t = useTranslations("words");
  const { status, outcome } = conversation;
  if (status === "in_progress" || outcome === null) {
    const tone = status === "in_progress" ? "running" : status === "failed" ? "rejected" : "paused";
    return (
      <Chip tone={tone} icon={status === "in_progress" ? Radio : status === "failed" ? CircleX : MessageCircle}>
        {t(`conversation_${status}`)}
      </Chip>
    );
  }
  const [tone, icon] = looks[outcome];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`outcome_${outcome}`)}
    </Chip>
  );
}
