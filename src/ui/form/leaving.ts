"use client";
import { useRouter } from "next/navigation";

/** Asks whether to leave, and does so when the answer is yes. */
export type Ask = (leave: () => void) => void;

/** Whoever holds something unsaved, the last on top. */
const asking: Ask[] = [];

/** Puts a question before every way out of the page; answers how to take it away. */
export function askBeforeLeaving(ask: Ask): () => void {
  asking.push(ask);
  return () => void asking.splice(asking.indexOf(ask), 1);
}

/** Leaves at once when nothing is unsaved, else when the question is answered so. For ways out that are not links. */
export function leaveBy(leave: () => void): void {
  const ask = asking.at(-1);
  if (ask) ask(leave);
  else leave();
}

/** Where a link would lead, for what is none: a menu, a key. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return (href) => {
    const go = () => router.push(href);
    if (isSamePage(href)) go();
    else leaveBy(go);
  };
}

/** What is unsaved survives a change of the address behind the path. */
export const isSamePage = (href: string) => new URL(href, window.location.href).pathname === window.location.pathname;
