"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { failureOf } from "#trpc/failure.ts";
import type { Pages } from "#trpc/use-pages.ts";
import { Button } from "../button.tsx";
import { cx } from "../cx.ts";
import { ErrorPanel } from "../error-panel.tsx";

type Props = {
  pages: Pages;
  /** How many rows are loaded. */
  count: number;
  skeleton: ReactNode;
  /** "Nothing yet" or "nothing matches". */
  empty: ReactNode;
  /** What stands below the last row of a long list. */
  end?: ReactNode;
  children: ReactNode;
};

/** A list in its four states: loading, failed, empty, full. The next page follows on a press. */
export function ListFrame({ pages, count, skeleton, empty, end, children }: Props) {
  const t = useTranslations("lists");
  if (pages.isPending) return skeleton;
  if (pages.isError && count === 0) {
    const { request_id } = failureOf(pages.error);
    return <ErrorPanel request_id={request_id} onRetry={() => void pages.refetch()} busy={pages.isRefetching} />;
  }
  if (count === 0) return empty;
  return (
    <div
      className={cx(
        "min-h-0 flex-1 transition-opacity duration-180 md:overflow-y-auto",
        pages.isPlaceholderData && "pointer-events-none opacity-55",
      )}
    >
      {children}
      {pages.hasNextPage ? (
        <div className="grid place-items-center px-4 py-5">
          <Button icon={ChevronDown} busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("load_more")}
          </Button>
        </div>
      ) : count > 8 ? (
        <p className="py-5 text-center text-12 text-muted">{end ?? t("end")}</p>
      ) : null}
    </div>
  );
}
