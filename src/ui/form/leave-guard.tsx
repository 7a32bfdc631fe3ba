"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { askBeforeLeaving, isSamePage } from "./leaving.ts";

type GuardProps = {
  dirty: boolean;
  words?: LeaveWords | undefined;
  /** What a step back within the page would close as well. */
  overlay?: true;
};

/** Asks before something unsaved is left: by a link of the portal, a menu, a key, the browser's Back, another site. Links are
 *  caught on their way down, before the router sees them; what is none goes by `leaveBy`. */
export function LeaveGuard({ dirty, words, overlay }: GuardProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<{ leave: () => void } | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const holds = dirty && !isLeaving;
  useEffect(() => {
    if (!holds) return;
    const ask = (leave: () => void) => setAsked({ leave });
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const press = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || !(event.target instanceof Element))
        return;
      const link = event.target.closest<HTMLAnchorElement>("a[href]");
      if (!link || link.target === "_blank" || link.hasAttribute("download")) return;
      const { origin, pathname, search } = new URL(link.href);
      if (origin !== window.location.origin || isSamePage(link.href)) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => router.push(pathname + search));
    };
    const step = (event: NavigateEvent) => {
      const { key, url } = event.destination;
      if (event.navigationType !== "traverse" || !event.cancelable || (!overlay && isSamePage(url))) return;
      event.preventDefault();
      ask(() => {
        // Where the step leads, the router tells; that another came before it, nobody needs to hear.
        const { committed, finished } = window.navigation.traverseTo(key);
        void Promise.allSettled([committed, finished]);
      });
    };
    const forget = askBeforeLeaving(ask);
    window.addEventListener("beforeunload", unload);
    document.addEventListener("click", press, true);
    // Some browsers that we serve are older than the Navigation API: there Back leaves without a question.
    window.navigation?.addEventListener("navigate", step);
    return () => {
      forget();
      window.removeEventListener("beforeunload", unload);
      document.removeEventListener("click", press, true);
      window.navigation?.removeEventListener("navigate", step);
    };
  }, [holds, overlay, router]);
  if (!asked) return null;
  const leave = () => {
    // First nothing holds any more, or the way out would be asked about again.
    flushSync(() => {
      setLeaving(true);
      setAsked(null);
    });
    asked.leave();
  };
  return <LeaveQuestion words={words} onStay={() => setAsked(null)} onLeave={leave} />;
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
