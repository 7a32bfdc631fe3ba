"use client";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

type Props = { text: ReactNode; keys?: string; side?: "top" | "bottom"; children: ReactNode };

/** A hint for what it wraps; never the only place where something is said. */
export function Tip({ text, keys, side = "bottom", children }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-fade items-center gap-2 rounded-chip bg-ink px-2 py-1 text-12 text-surface shadow-raised"
        >
          {text}
          {keys ? <Kbd tone="inherit">{keys}</Kbd> : null}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
