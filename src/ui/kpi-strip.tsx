import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Ltr } from "./ltr.tsx";
import { Skeleton } from "./skeleton.tsx";
import { Spark } from "./spark.tsx";

export type Kpi = {
  key: string;
  label: ReactNode;
  figure: string;
  /** The figure has words in it ("3 h 20 min") and is written in the page's direction. */
  in_words?: boolean;
  /** `good` colours the change; null is neither. */
  change: { text: string; good: boolean | null } | null;
  since: ReactNode;
  spark?: readonly number[];
  /** Where the rows behind the figure are; absent when no page shows them. */
  href?: string;
};

/** One block with hairlines, not five cards. `stale` greys the figures while the feed is cut off. */
export function KpiStrip({ items, stale = false, label }: { items: readonly Kpi[]; stale?: boolean; label: string }) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line md:grid-cols-6 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none print:auto-cols-fr print:grid-flow-col print:grid-cols-none"
    >
      {items.map((item, at) => (
        <li
          key={item.key}
          className={cx(
            "flex min-w-0 bg-surface lg:col-span-1 print:col-span-1!",
            at < 3 || items.length === 6 ? "md:col-span-2" : "md:col-span-3",
            at === items.length - 1 && items.length % 2 === 1 && "col-span-2",
          )}
        >
          <Cell item={item} stale={stale} crowded={items.length > 5} />
        </li>
      ))}
    </ul>
  );
}

function Cell({ item, stale, crowded }: { item: Kpi; stale: boolean; crowded: boolean }) {
  const body = (
    <>
      <span className="cut text-13 text-ink-2">{item.label}</span>
      <span className="flex items-end justify-between gap-2">
        <b className={cx("text-26 transition-colors duration-180", stale && "text-muted")}>
          {item.in_words ? item.figure : <Ltr>{item.figure}</Ltr>}
        </b>
        {item.spark ? (
          <Spark
            values={item.spark}
            className={cx(
              "mb-1.5 max-md:w-12",
              crowded && "lg:max-xl:hidden xl:w-14",
              item.in_words && "max-md:hidden print:hidden",
            )}
          />
        ) : null}
      </span>
      <span className="flex flex-wrap items-center gap-x-1.25 text-12 text-muted">
        {item.change ? (
          <Ltr
            className={cx(
              "font-medium",
              item.change.good === true && "text-approved",
              item.change.good === false && "text-rejected",
            )}
          >
            {item.change.text}
          </Ltr>
        ) : null}
        <span>{item.since}</span>
      </span>
    </>
  );
  const box = "flex min-w-0 flex-1 flex-col gap-0.5 px-3.5 py-3.5 md:px-4";
  if (!item.href) return <div className={box}>{body}</div>;
  return (
    <Link href={item.href} className={cx(box, "-outline-offset-2 transition-colors duration-120 hover:bg-hover")}>
      {body}
    </Link>
  );
}

export function KpiStripSkeleton() {
  return (
    <div
      className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line lg:grid-cols-5"
      aria-hidden
    >
      {["a", "b", "c", "d", "e"].map((key, at) => (
        <div key={key} className={cx("grid h-28.5 content-between bg-surface p-4", at === 4 && "max-lg:col-span-2")}>
          <Skeleton className="h-3.5 w-24" />
          <Skeleton className="h-7 w-16" />
          <Skeleton className="h-3 w-28" />
        </div>
      ))}
    </div>
  );
}
