import {
  Ban,
  CalendarClock,
  Check,
  CircleCheck,
  CircleDot,
  CircleX,
  Clock3,
  Flame,
  type LucideIcon,
  Pause,
  Play,
} from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const tones = {
  pending: "bg-pending-soft text-pending",
  approved: "bg-approved-soft text-approved",
  rejected: "bg-rejected-soft text-rejected",
  running: "bg-running-soft text-running",
  open: "bg-open-soft text-open",
  paused: "bg-paused-soft text-paused",
  urgent: "bg-urgent text-on-urgent",
  agent: "bg-agent-soft text-agent-text",
  line: "text-ink-2 shadow-[inset_0_0_0_1px_var(--border-strong)]",
};
export type Tone = keyof typeof tones;

/** 24 px, icon and word: never colour alone. */
export function Chip({
  tone = "paused",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-6 shrink-0 items-center gap-1.25 rounded-chip ps-1.75 pe-2.25 font-medium text-12 leading-none whitespace-nowrap",
        tones[tone],
      )}
    >
      {Icon ? <Icon size={13} strokeWidth={2} aria-hidden /> : null}
      {children}
    </span>
  );
}

const statuses = {
  pending: ["pending", Clock3],
  approved: ["approved", CircleCheck],
  rejected: ["rejected", CircleX],
  failed: ["rejected", CircleX],
  cancelled: ["paused", Ban],
  completed: ["paused", Check],
  running: ["running", Play],
  open: ["open", CircleDot],
  scheduled: ["open", CalendarClock],
  in_progress: ["running", Play],
  resolved: ["approved", CircleCheck],
  closed: ["paused", Check],
  paused: ["paused", Pause],
  draft: ["paused", CircleDot],
  urgent: ["urgent", Flame],
} as const satisfies Record<string, readonly [Tone, LucideIcon]>;

export type StatusName = keyof typeof statuses;

/** A state by name: tone and icon come from the one status map; the word is given. */
export function StatusChip({ status, children }: { status: StatusName; children: ReactNode }) {
  const [tone, icon] = statuses[status];
  return (
    <Chip tone={tone} icon={icon}>
      {children}
    </Chip>
  );
}

/** Ground, ink and icon of a state, for what is drawn larger than a chip: an event of a calendar. */
export function statusLook(status: StatusName): { className: string; icon: LucideIcon } {
  const [tone, icon] = statuses[status];
  return { className: tones[tone], icon };
}
