import { cx } from "./cx.ts";

/** Same box as what comes; it stays unseen for the first 150 ms. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-late rounded-chip bg-paused-soft/70", className)} />;
}
