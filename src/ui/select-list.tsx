"use client";
import { Check } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { cx } from "./cx.ts";
import { popoverClass } from "./popover-class.ts";
import { SelectButton, type SelectProps } from "./select-button.tsx";

/** The select itself, open: its button was pressed before any of this was loaded. */
export function SelectList(props: SelectProps) {
  const { value, onChange, options } = props;
  return (
    <Radix.Root defaultOpen value={value} onValueChange={onChange}>
      <Radix.Trigger asChild>
        <SelectButton {...props} />
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
