import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const tones = {
  plain: "text-ink-2",
  filled: "bg-paused-soft text-ink-2",
  hot: "bg-pending-soft text-pending",
  urgent: "bg-rejected-soft text-rejected",
};

/** A number that belongs to a word: `hot` waits for this user, `urgent` is overdue. */
export function Count({
  tone = "plain",
  children,
  className,
}: {
  tone?: keyof typeof tones;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-block min-w-5.5 shrink-0 rounded-chip px-1.25 text-center font-semibold text-12 leading-5",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
