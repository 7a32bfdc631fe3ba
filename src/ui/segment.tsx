"use client";
import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: LucideIcon }[];
  className?: string;
};

/** Two to four views of the same thing: the browser's own radio buttons, drawn as one bar. */
export function Segment<Value extends string>({ label, value, onChange, options, className }: Props<Value>) {
  const name = useId();
  // Browsers take the left arrow for "previous" in every direction; here the arrow to inline-end means next.
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const forward = (event.key === "ArrowLeft") === (document.documentElement.dir === "rtl");
    const at = options.findIndex((option) => option.value === value) + (forward ? 1 : -1);
    const next = (at + options.length) % options.length;
    event.currentTarget.querySelectorAll("input")[next]?.focus();
    const chosen = options[next];
    if (chosen) onChange(chosen.value);
  };
  return (
    <div
      aria-label={label}
      role="radiogroup"
      onKeyDown={step}
      className={cx(
        "inline-flex min-w-0 shrink-0 gap-0.5 rounded-control border border-line bg-sunken p-0.5",
        className,
      )}
    >
      {options.map(({ icon: Icon, ...option }) => (
        <label
          key={option.value}
          className={cx(
            "relative inline-flex h-7 items-center justify-center gap-1.5 rounded-chip px-3 font-medium text-13 text-ink-2 whitespace-nowrap pointer-coarse:h-10",
            "transition-colors duration-120 ease-ui hover:text-ink",
            "has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--border),0_1px_2px_oklch(0_0_0/0.05)]",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-chip"
          />
          {Icon ? <Icon size={14} strokeWidth={1.75} aria-hidden /> : null}
          {option.label}
        </label>
      ))}
    </div>
  );
}
