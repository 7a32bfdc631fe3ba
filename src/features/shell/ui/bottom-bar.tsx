"use client";
import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { cx } from "#ui/cx.ts";
import { Sheet } from "#ui/dialog.tsx";
import { useNavItems } from "./nav-items.tsx";

const MoreSheet = lazy(() => import("./more-sheet.tsx").then((part) => ({ default: part.MoreSheet })));

const cell = "relative grid min-h-11 content-center justify-items-center gap-0.5 text-12 leading-normal";

/** The navigation of phones, within reach of a thumb. */
export function BottomBar() {
  const t = useTranslations("nav");
  const path = usePathname();
  const items = useNavItems().slice(0, 4);
  const [open, setOpen] = useState(false);
  return (
    <nav
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-line border-t bg-surface pt-1.5 pb-[max(10px,env(safe-area-inset-bottom))] md:hidden"
    >
      {items.map(({ href, icon: Icon, short, badge }) => (
        <Link
          key={href}
          href={href}
          aria-current={path.startsWith(href) ? "page" : undefined}
          className={cx(cell, path.startsWith(href) ? "font-semibold text-accent-text" : "text-muted")}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          {short}
          {badge ? (
            <em className="absolute start-[calc(50%+9px)] -top-0.5 min-w-4.25 rounded-chip bg-pending-soft px-1 text-center font-semibold text-11 text-pending not-italic leading-4.25">
              <span aria-hidden>{badge.text}</span>
              <span className="sr-only">{badge.spoken}</span>
            </em>
          ) : null}
        </Link>
      ))}
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        className={cx(cell, path.startsWith("/profile") ? "font-semibold text-accent-text" : "text-muted")}
      >
        <MenuIcon size={18} strokeWidth={1.75} aria-hidden />
        {t("more")}
      </button>
      <Sheet open={open} onOpenChange={setOpen} label={t("more")} from="bottom">
        <Suspense>
          <MoreSheet onLeave={() => setOpen(false)} />
        </Suspense>
      </Sheet>
    </nav>
  );
}
