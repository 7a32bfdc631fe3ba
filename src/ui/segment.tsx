"use client";
import type { LucideIcon } from "lucide-react";
import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: LucideIcon }[];
  className?: string;
};

/** Two to four views of the same thing. */
export function Segment<Value extends string>({ label, value, onChange, options, className }: Props<Value>) {
  const choose = (next: string) => {
    const option = options.find((entry) => entry.value === next);
    if (option) onChange(option.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className={cx("inline-flex shrink-0 gap-0.5 rounded-control border border-line bg-sunken p-0.5", className)}
    >
      {options.map(({ icon: Icon, ...option }) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={cx(
            "inline-flex h-7 items-center justify-center gap-1.5 rounded-chip px-3 font-medium text-13 text-ink-2 whitespace-nowrap pointer-coarse:h-10",
            "transition-colors duration-120 ease-ui hover:text-ink",
            "data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-[0_0_0_1px_var(--border),0_1px_2px_oklch(0_0_0/0.05)]",
          )}
        >
          {Icon ? <Icon size={14} strokeWidth={1.75} aria-hidden /> : null}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
