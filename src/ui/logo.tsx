import { cx } from "./cx.ts";

/** The Arabic comma, the pause in speech. Never mirrored. */
export function Logo({ className }: { className?: string }) {
  return (
    <span
      className={cx("grid size-8 shrink-0 place-items-center rounded-[28%] bg-accent text-on-accent", className)}
      aria-hidden
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-[56%] fill-current">
        <path d="M12.2 20.5a4.7 4.7 0 0 1-4.7-4.8c0-5.6 3.6-10.3 9-12.2l.9 1.9c-2.9 1.5-4.8 3.7-5.3 6.2a4.6 4.6 0 0 1 4.7 4.4 4.6 4.6 0 0 1-4.6 4.5z" />
      </svg>
    </span>
  );
}
