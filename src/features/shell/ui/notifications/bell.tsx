"use client";
import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { cloneElement, lazy, Suspense, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { cx } from "#ui/cx.ts";
import type { BellPlace } from "./bell-popover.tsx";

// The list and what makes it float come with the first press, or a little before it.
const load = () => import("./bell-popover.tsx");
const BellPopover = lazy(() => load().then((part) => ({ default: part.BellPopover })));

/** The bell with its count of what was not read, the same in every tab; it opens the newest. */
export function Bell({ className, ...place }: BellPlace & { className?: string }) {
  const t = useTranslations("notifications");
  const format = useFormat();
  const [isAsked, setAsked] = useState(false);
  const unread = api.notifications.unread.useQuery({}).data?.unread ?? 0;
  const button = (
    <button
      type="button"
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
    </button>
  );
  const closed = cloneElement(button, {
    "aria-haspopup": "dialog",
    "aria-expanded": false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setAsked(true),
  });
  return isAsked ? (
    <Suspense fallback={closed}>
      <BellPopover {...place} trigger={button} unread={unread} />
    </Suspense>
  ) : (
    closed
  );
}
