"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { ActorMark } from "#features/shell/ui/actor-mark.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "#ui/cx.ts";
import { HistoryBox, hasBox } from "./history-box.tsx";
import { entryHref } from "./history-hrefs.ts";
import { HistorySentence } from "./history-sentence.tsx";
import type { Entry } from "./types.ts";

/** One thing that happened: who did what, when, and what there is to see of it. */
export function HistoryItem({ entry, isLast }: { entry: Entry; isLast: boolean }) {
  const format = useFormat();
  const { actor_kind, actor, at } = entry;
  return (
    <li
      className={cx(
        "relative grid grid-cols-[32px_minmax(0,1fr)] gap-3 pt-1.5 pb-3",
        !isLast &&
          "before:absolute before:start-[15.5px] before:top-10.5 before:-bottom-1 before:w-px before:bg-line-strong",
      )}
    >
      <ActorMark actor={actor_kind} name={actor?.name} />
      <div className="min-w-0">
        <div className="flex min-h-8 items-center gap-2">
          <p className="min-w-0 text-14 [overflow-wrap:anywhere]">
            <HistorySentence entry={entry} />
          </p>
          <time dateTime={at} className="ms-auto shrink-0 self-start pt-1.5 text-12 text-muted">
            {format.time(at)}
          </time>
        </div>
        {hasBox(entry) ? (
          <Box href={entryHref(entry)}>
            <HistoryBox entry={entry} />
          </Box>
        ) : null}
      </div>
    </li>
  );
}

function Box({ href, children }: { href: string | null; children: ReactNode }) {
  const look = "mt-1.5 block rounded-card border border-line px-3.5 py-2.5 text-13";
  if (!href) return <div className={look}>{children}</div>;
  return (
    <Link href={href} prefetch={false} className={`${look} transition-colors duration-120 hover:bg-hover`}>
      {children}
    </Link>
  );
}
