"use client";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import type { Direction } from "#i18n/direction.ts";
import { type Notice, takeNotices } from "./notices.ts";

const said = new WeakSet<Notice>();

/** Inline-end bottom; above the bar of phones. `count` goes up with every notice put. */
export function Toaster({ dir, count }: { dir: Direction; count: number }) {
  const t = useTranslations("ui");
  useEffect(() => {
    if (count > 0) for (const notice of takeNotices()) show(notice);
  }, [count]);
  return (
    <Sonner
      dir={dir}
      position={dir === "rtl" ? "bottom-left" : "bottom-right"}
      containerAriaLabel={t("notices")}
      offset={{ bottom: 72, left: 20, right: 20 }}
      style={{ fontFamily: "var(--font)" }}
      mobileOffset={{ bottom: 84 }}
      visibleToasts={4}
      icons={{
        success: <CircleCheck size={18} strokeWidth={1.75} className="text-approved" aria-hidden />,
        error: <CircleAlert size={18} strokeWidth={1.75} className="text-rejected" aria-hidden />,
        info: <Info size={18} strokeWidth={1.75} className="text-open" aria-hidden />,
      }}
      toastOptions={{
        unstyled: true,
        duration: 5000,
        closeButtonAriaLabel: t("close"),
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-card border border-line bg-raised p-3.5 text-13 text-ink shadow-raised md:w-88",
          icon: "mt-px shrink-0",
          content: "min-w-0 flex-1",
          title: "font-semibold text-14",
          description: "text-13 text-ink-2",
          actionButton:
            "shrink-0 self-center rounded-chip px-2 py-1 font-medium text-13 text-accent-text hover:bg-hover",
          closeButton: "order-last shrink-0 self-start rounded-chip p-0.5 text-muted hover:bg-hover",
        },
      }}
    />
  );
}

/** Errors stay until they are closed. */
function show(notice: Notice): void {
  said.add(notice);
  const { kind, title, extra } = notice;
  if (kind === "failed") toast.error(title, { ...extra, duration: Number.POSITIVE_INFINITY, closeButton: true });
  else if (kind === "done") toast.success(title, extra);
  else toast.info(title, extra);
}
