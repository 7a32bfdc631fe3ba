"use client";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { type ReactElement, useState } from "react";
import { BellList } from "./bell-list.tsx";

export type BellPlace = {
  /** Where the list opens. */
  side?: "top" | "bottom";
  align?: "start" | "end";
};
type Props = BellPlace & { trigger: ReactElement; unread: number };

/** The newest, open: the bell was pressed before any of this was loaded. */
export function BellPopover({ trigger, unread, side = "bottom", align = "end" }: Props) {
  const t = useTranslations("notifications");
  const [open, setOpen] = useState(true);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("title")}
          className="z-50 w-[min(400px,calc(100vw-16px))] animate-fade overflow-hidden rounded-card border border-line bg-raised text-ink shadow-raised outline-none"
        >
          <BellList unread={unread} onLeave={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
