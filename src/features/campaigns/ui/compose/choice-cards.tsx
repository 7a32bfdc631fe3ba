"use client";
import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "#ui/cx.ts";

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; title: ReactNode; help: ReactNode; mark?: ReactNode }[];
  /** Why it cannot be changed any more. */
  fixed?: ReactNode;
};

/** Two ways to go, each with a sentence of its own. */
export function ChoiceCards<Value extends string>({ label, value, onChange, options, fixed }: Props<Value>) {
  return (
    <div className="grid gap-1.5">
      <span className="font-medium text-13">{label}</span>
      <RadioGroup.Root
        aria-label={label}
        value={value}
        disabled={Boolean(fixed)}
        onValueChange={(next) => {
          const option = options.find((one) => one.value === next);
          if (option) onChange(option.value);
        }}
        // In a form each radio has a hidden input beside it that would reach past a phone's edge.
        className="relative -mx-1 grid gap-2 overflow-x-clip px-1 md:grid-cols-2"
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            className={cx(
              "flex min-h-15 items-center gap-3 rounded-card border px-3.5 py-2.5 text-start transition-colors duration-120",
              value === option.value ? "border-accent bg-accent-soft" : "border-line-control hover:bg-hover",
              Boolean(fixed) && value !== option.value && "border-line text-muted hover:bg-transparent",
            )}
          >
            <span className="grid size-4 shrink-0 place-items-center rounded-full border border-line-control bg-raised">
              <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium text-14">{option.title}</span>
              <span className="block text-12 text-ink-2">{option.help}</span>
            </span>
            {option.mark}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {fixed ? <p className="text-12 text-muted">{fixed}</p> : null}
    </div>
  );
}
