import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Spinner } from "./spinner.tsx";

type Look = {
  /** One `primary` per region. `danger` opens a question; `loss` confirms it. */
  tone?: "default" | "primary" | "ghost" | "danger" | "loss";
  size?: "icon" | "sm" | "md" | "lg";
};

const tones = {
  default: "border-line-strong bg-surface font-medium hover:bg-hover",
  primary: "border-accent bg-accent text-on-accent font-semibold hover:bg-accent-hover hover:border-accent-hover",
  ghost: "border-transparent text-ink-2 font-medium hover:bg-hover",
  danger: "border-line-strong bg-surface text-rejected font-medium hover:bg-rejected-soft",
  loss: "border-urgent bg-urgent text-on-urgent font-semibold hover:brightness-95",
};
const sizes = {
  icon: "size-7.5",
  sm: "h-7.5 gap-1.5 px-2.5 text-13",
  md: "h-9 gap-1.5 px-3.5 text-14",
  lg: "h-11 gap-2 px-4 text-14",
};
const icon_sizes = { icon: 14, sm: 14, md: 16, lg: 16 };

/** Class names of a button, for links that look like one. */
export function buttonClass({ tone = "default", size = "md" }: Look = {}, extra?: string): string {
  return cx(
    "inline-flex shrink-0 select-none items-center justify-center rounded-control border whitespace-nowrap",
    "transition-[background-color,border-color,filter] duration-120 ease-ui active:brightness-95",
    "disabled:border-line disabled:bg-sunken disabled:text-muted aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted",
    tones[tone],
    sizes[size],
    extra,
  );
}

type ButtonProps = Look &
  Omit<ComponentProps<"button">, "disabled"> & {
    icon?: LucideIcon;
    /** Turns the icon into a loader; the words and the width stay, and a second press does nothing. */
    busy?: boolean;
    disabled?: boolean;
    trailing?: ReactNode;
  };

export function Button({
  tone,
  size = "md",
  icon: Icon,
  busy = false,
  trailing,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={buttonClass({ ...(tone && { tone }), size }, cx("touch", className))}
    >
      {busy ? (
        <Spinner size={icon_sizes[size]} />
      ) : Icon ? (
        <Icon size={icon_sizes[size]} strokeWidth={1.75} aria-hidden />
      ) : null}
      {children}
      {trailing}
    </button>
  );
}

type LinkButtonProps = Look & ComponentProps<typeof Link> & { icon?: LucideIcon };

export function LinkButton({ tone, size = "md", icon: Icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass({ ...(tone && { tone }), size }, cx("touch", className))}>
      {Icon ? <Icon size={icon_sizes[size]} strokeWidth={1.75} aria-hidden /> : null}
      {children}
    </Link>
  );
}
