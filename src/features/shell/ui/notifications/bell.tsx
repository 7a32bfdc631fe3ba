"use client";
import { Bell as BellIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { cx } from "#ui/cx.ts";

const BellList = dynamic(() => import("./bell-list.tsx").then((part) => part.BellList));

type Props = {
  /** Where the list opens. */
  side?: "top" | "bottom";
  align?: "start" | "end";
  className?: string;
};

/** The bell with its count of what was not read, the same in every tab; it opens the newest. */
export function Bell({ side = "bottom", align = "end", className }: Props) {
  const t = useTranslations("notifications");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const unread = api.notifications.unread.useQuery({}).data?.unread ?? 0;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={t("bell_unread", { count: unread })}
        className={cx(
          "relative inline-grid size-9 shrink-0 place-items-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-line/55 hover:text-ink data-[state=open]:bg-line/55 pointer-coarse:size-11",
          className,
        )}
      >
        <BellIcon size={17} strokeWidth={1.75} aria-hidden />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute -end-0.5 -top-0.5 min-w-4.25 rounded-full bg-accent px-1 text-center font-semibold text-11 text-on-accent leading-4.25"
          >
            {unread > 99 ? t("many") : format.number(unread)}
          </span>
        ) : null}
      </Popover.Trigger>
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
