"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";

/** Warns before the browser leaves with something unsaved (closing the tab, another site). */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);
}

/** For a form that is a page: asks before a link of the portal leaves it with something unsaved. Links are caught on
 *  their way down, before the router sees them. */
export function LeaveGuard({ dirty, words }: { dirty: boolean; words?: LeaveWords | undefined }) {
  const router = useRouter();
  const [to, setTo] = useState<string | null>(null);
  useLeaveGuard(dirty);
  useEffect(() => {
    if (!dirty) return;
    const press = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || !(event.target instanceof Element))
        return;
      const link = event.target.closest<HTMLAnchorElement>("a[href]");
      if (!link || link.target === "_blank" || link.hasAttribute("download")) return;
      const url = new URL(link.href);
      if (url.origin !== window.location.origin || url.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(url.pathname + url.search);
    };
    document.addEventListener("click", press, true);
    return () => document.removeEventListener("click", press, true);
  }, [dirty]);
  return to ? <LeaveQuestion words={words} onStay={() => setTo(null)} onLeave={() => router.push(to)} /> : null;
}

/** What is asked where more than typed words would be lost. */
export type LeaveWords = { title: string; body: string; leave: string; stay: string };

type QuestionProps = { words?: LeaveWords | undefined; onStay: () => void; onLeave: () => void };

export function LeaveQuestion({ words, onStay, onLeave }: QuestionProps) {
  const t = useTranslations("forms");
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      first={stay}
      onOpenChange={(open) => !open && onStay()}
      title={words?.title ?? t("leave_title")}
      actions={
        <>
          <Button onClick={onLeave} tone="danger">
            {words?.leave ?? t("leave")}
          </Button>
          <Button ref={stay} tone="primary" onClick={onStay}>
            {words?.stay ?? t("stay")}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">{words?.body ?? t("leave_body")}</p>
    </Dialog>
  );
}
