"use client";
import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

export type Option = { value: string; label: ReactNode };
export type SelectProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  icon?: LucideIcon;
  /** `filter` is the dashed pill of list headers, `on` when it narrows something. */
  look?: "field" | "filter";
  on?: boolean;
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  disabled?: boolean;
  className?: string;
};

const looks = {
  field: "h-9 border-line-control bg-raised px-3 text-14 hover:border-ink-2 aria-invalid:border-rejected",
  filter: "h-8 px-2.5 text-13",
};
export const filterOff = "border-dashed border-line-strong text-ink-2 hover:bg-hover hover:border-line-control";
export const filterOn = "border-transparent bg-accent-soft font-medium text-accent-text";

type ButtonProps = SelectProps & Omit<ComponentProps<"button">, keyof SelectProps>;

/** What a select looks like while it is closed: what is chosen, and that there is more. */
export function SelectButton(props: ButtonProps) {
  const { label, value, options, icon: Icon, look = "field", on = false, className, onChange: _, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={cx(
        "touch inline-flex items-center gap-1.5 rounded-control border whitespace-nowrap transition-colors duration-120 ease-ui",
        "disabled:border-line disabled:bg-sunken disabled:text-muted",
        looks[look],
        look === "filter" && (on ? filterOn : filterOff),
        className,
      )}
    >
      {Icon ? <Icon size={14} strokeWidth={1.75} className="shrink-0" aria-hidden /> : null}
      <span className="cut">{options.find((option) => option.value === value)?.label}</span>
      <ChevronDown size={14} strokeWidth={1.75} className="ms-auto shrink-0 opacity-70" aria-hidden />
    </button>
  );
}
