"use client";
import { Check, ChevronDown, type LucideIcon } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { popoverClass } from "./menu.tsx";

export type Option = { value: string; label: ReactNode };
type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  icon?: LucideIcon;
  /** `filter` is the dashed pill of list headers, `on` when it narrows something. */
  look?: "field" | "filter";
  on?: boolean;
  id?: string;
  className?: string;
};

const looks = {
  field: "h-9 border-line-control bg-raised px-3 text-14 hover:border-ink-2",
  filter: "h-8 px-2.5 text-13",
};

export function Select({
  label,
  value,
  onChange,
  options,
  icon: Icon,
  look = "field",
  on = false,
  id,
  className,
}: Props) {
  return (
    <Radix.Root value={value} onValueChange={onChange}>
      <Radix.Trigger
        id={id}
        aria-label={label}
        className={cx(
          "touch inline-flex items-center gap-1.5 rounded-control border whitespace-nowrap transition-colors duration-120 ease-ui",
          looks[look],
          look === "filter" && (on ? filterOn : filterOff),
          className,
        )}
      >
        {Icon ? <Icon size={14} strokeWidth={1.75} className="shrink-0" aria-hidden /> : null}
        <span className="cut">
          <Radix.Value>{options.find((option) => option.value === value)?.label}</Radix.Value>
        </span>
        <ChevronDown size={14} strokeWidth={1.75} className="ms-auto shrink-0 opacity-70" aria-hidden />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={6}
          collisionPadding={8}
          className={cx(popoverClass, "min-w-(--radix-select-trigger-width)")}
        >
          <Radix.Viewport className="max-h-80">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex h-9 cursor-default select-none items-center gap-2 rounded-chip px-2.5 text-13 outline-none data-highlighted:bg-hover pointer-coarse:h-11"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="ms-auto text-accent-text">
                  <Check size={15} strokeWidth={2} aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const filterOff = "border-dashed border-line-strong text-ink-2 hover:bg-hover hover:border-line-control";
export const filterOn = "border-transparent bg-accent-soft font-medium text-accent-text";
