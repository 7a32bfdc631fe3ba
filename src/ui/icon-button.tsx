"use client";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { Spinner } from "./spinner.tsx";
import { Tip } from "./tooltip.tsx";

type Props = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  label: string;
  icon: LucideIcon;
  tone?: "default" | "ghost" | "accept" | "danger" | "primary";
  size?: "sm" | "md";
  busy?: boolean;
  /** Key that does the same, shown in the hint. */
  keys?: string;
  flip?: boolean;
};

const tones = {
  default: "border-line-strong bg-surface hover:bg-hover",
  ghost: "border-transparent text-ink-2 hover:bg-hover hover:text-ink",
  accept: "border-transparent text-accent-text hover:bg-accent-soft",
  danger: "border-transparent text-ink-2 hover:bg-rejected-soft hover:text-rejected",
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
};

/** A button that is only an icon: its name is read out and shown as a hint. */
export function IconButton({
  label,
  icon: Icon,
  tone = "ghost",
  size = "sm",
  busy,
  keys,
  flip,
  className,
  ...rest
}: Props) {
  return (
    <Tip text={label} {...(keys && { keys })}>
      <button
        type="button"
        aria-label={label}
        aria-busy={busy || undefined}
        {...rest}
        className={cx(
          "touch inline-flex shrink-0 items-center justify-center rounded-control border transition-colors duration-120 ease-ui active:brightness-95",
          tone === "primary"
            ? "disabled:border-line disabled:bg-sunken disabled:text-muted"
            : "disabled:text-muted disabled:opacity-50 disabled:hover:bg-transparent",
          size === "sm" ? "size-7.5" : "size-9",
          tones[tone],
          className,
        )}
      >
        {busy ? (
          <Spinner size={14} />
        ) : (
          <Icon size={size === "sm" ? 15 : 16} strokeWidth={1.75} className={flip ? "flip" : ""} aria-hidden />
        )}
      </button>
    </Tip>
  );
}
