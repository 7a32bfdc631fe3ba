"use client";
import {
  AlarmClockOff,
  ChevronDown,
  ChevronsUp,
  CircleCheck,
  Clock3,
  Equal,
  Flame,
  Hourglass,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, StatusChip } from "#ui/chip.tsx";
import { isUnsolved, type Ticket } from "./types.ts";
import type { Due } from "./use-due.ts";

const priorities = { urgent: Flame, high: ChevronsUp, medium: Equal, low: ChevronDown };

/** Red is for what still burns: a solved ticket only says how urgent it was. */
export function PriorityChip({ ticket }: { ticket: Pick<Ticket, "priority" | "status"> }) {
  const t = useTranslations("words");
  const { priority } = ticket;
  const burns = priority === "urgent" && isUnsolved(ticket);
  const label = t(`priority_${priority}`);
  if (!burns && priority !== "high") return <Quiet icon={priorities[priority]}>{label}</Quiet>;
  return (
    <Chip tone={burns ? "urgent" : "line"} icon={priorities[priority]}>
      {label}
    </Chip>
  );
}

/** An icon and a word without a ground: most rows need no more. */
function Quiet({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap text-12 text-ink-2">
      <Icon size={13} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden />
      {children}
    </span>
  );
}

export function TicketStatusChip({ status }: { status: Ticket["status"] }) {
  const t = useTranslations("words");
  return <StatusChip status={status}>{t(`ticket_${status}`)}</StatusChip>;
}

const dues = {
  late: AlarmClockOff,
  soon: Hourglass,
  later: Clock3,
  none: Clock3,
  solved: CircleCheck,
  solved_late: AlarmClockOff,
};

export function DueChip({ due: { state, words } }: { due: Due }) {
  if (!words) return null;
  if (state !== "late" && state !== "soon") return <Quiet icon={dues[state]}>{words}</Quiet>;
  return (
    <Chip tone={state === "late" ? "rejected" : "pending"} icon={dues[state]}>
      {words}
    </Chip>
  );
}
