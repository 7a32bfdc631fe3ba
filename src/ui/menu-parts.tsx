"use client";
import type { LucideIcon } from "lucide-react";
import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { popoverClass } from "./popover-class.ts";
import type { Pressable } from "./pressable.ts";

const itemClass =
  "flex h-9 cursor-default select-none items-center gap-2.5 rounded-chip px-2.5 text-13 outline-none data-highlighted:bg-hover pointer-coarse:h-11";

const labelClass = "px-2.5 pt-2 pb-1 font-medium text-12 text-muted";

export type MenuProps = {
  /** A button; it is given what a menu's button needs. */
  trigger: ReactElement<Pressable>;
  children: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom";
};

/** The menu itself, open: its trigger was pressed before any of this was loaded. */
export function MenuRoot({ trigger, children, align = "end", side = "bottom" }: MenuProps) {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(popoverClass, "min-w-56")}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export type ItemProps = {
  icon?: LucideIcon;
  flip?: boolean;
  onSelect: () => void;
  tone?: "default" | "danger";
  children: ReactNode;
};

export function MenuItem({ icon: Icon, flip, onSelect, tone = "default", children }: ItemProps) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={cx(itemClass, tone === "danger" && "text-rejected")}>
      {Icon ? (
        <Icon
          size={15}
          strokeWidth={1.75}
          className={cx("shrink-0", flip && "flip", tone === "default" && "text-muted")}
          aria-hidden
        />
      ) : null}
      {children}
    </DropdownMenu.Item>
  );
}

export type ChoiceProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode; icon?: LucideIcon }[];
};

/** One of a few, chosen without leaving the menu. */
export function MenuChoice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      <DropdownMenu.Label className={labelClass}>{label}</DropdownMenu.Label>
      {options.map(({ icon: Icon, ...option }) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          onSelect={(event) => event.preventDefault()}
          className={itemClass}
        >
          {Icon ? <Icon size={15} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden /> : null}
          {option.label}
          <DropdownMenu.ItemIndicator className="ms-auto text-accent-text">
            <Check size={15} strokeWidth={2} aria-hidden />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** What the entries below it have in common. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className={labelClass}>{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
