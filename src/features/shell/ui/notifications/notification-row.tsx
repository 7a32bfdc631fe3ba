"use client";
import {
  CalendarCheck2,
  CalendarClock,
  Check,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  TicketCheck,
  Unplug,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { useAgo } from "../words.ts";
import { hrefOf } from "./hrefs.ts";
import type { Notification } from "./types.ts";
import { useWording } from "./use-wording.tsx";

const looks: Record<Notification["kind"], readonly [LucideIcon, string]> = {
  booking_pending: [CalendarClock, "bg-pending-soft text-pending"],
  booking_decided: [CalendarCheck2, "bg-approved-soft text-approved"],
  ticket_assigned: [TicketCheck, "bg-open-soft text-open"],
  handed_over: [MessagesSquare, "bg-agent-soft text-agent-text"],
  campaign_paused: [Megaphone, "bg-paused-soft text-paused"],
  webhook_failing: [Unplug, "bg-rejected-soft text-rejected"],
};

type Props = { notification: Notification; onOpen: () => void; onMark: () => void };

/** One notification: the whole row leads there and marks it read; it can be marked read alone as well. */
export function NotificationRow({ notification, onOpen, onMark }: Props) {
  const t = useTranslations("notifications");
  const wording = useWording();
  const ago = useAgo();
  const { title, under } = wording(notification);
  const href = hrefOf(notification);
  const [Icon, look] = looks[notification.kind];
  const isUnread = notification.read_at === null;
  return (
    <li
      className={cx(
        "group relative flex items-start gap-3 border-line border-b px-4 py-3 last:border-b-0",
        href && "transition-colors duration-120 hover:bg-hover",
      )}
    >
      <span aria-hidden className={cx("grid size-8 shrink-0 place-items-center rounded-control", look)}>
        <Icon size={16} strokeWidth={1.75} />
      </span>
      <div className={cx("min-w-0 flex-1", !isUnread && "text-ink-2")}>
        <p className="text-14">
          {href ? (
            <Link
              href={href}
              prefetch={false}
              onClick={onOpen}
              className="rounded-[4px] after:absolute after:inset-0 after:-outline-offset-2"
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {under ? (
          <p className="text-13 text-muted">
            <CutText>{under}</CutText>
          </p>
        ) : null}
        <p className="text-12 text-muted">
          {ago(notification.created_at)}
          {href ? null : <> · {t("gone")}</>}
        </p>
      </div>
      {isUnread ? (
        <span className="relative z-[1] flex h-8 shrink-0 items-center gap-1">
          <IconButton
            label={t("mark_one")}
            icon={Check}
            onClick={onMark}
            className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          />
          <span role="img" aria-label={t("unread")} className="size-2 rounded-full bg-accent" />
        </span>
      ) : null}
    </li>
  );
}
