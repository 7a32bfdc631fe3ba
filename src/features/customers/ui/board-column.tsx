"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Button } from "#ui/button.tsx";
import { Count } from "#ui/count.tsx";
import { cx } from "#ui/cx.ts";
import { BoardCard } from "./board-card.tsx";
import type { Board, Customer, Stage } from "./types.ts";

type Props = {
  column: Board["columns"][number];
  /** A dragged card hangs over it. */
  isOver: boolean;
  onMove: ((customer: Customer, stage: Stage) => void) | null;
  isGrowing: boolean;
  onMore: () => void;
};

/** One stage: how many there are, and their cards, newest first. */
export function BoardColumn({ column, isOver, onMove, isGrowing, onMore }: Props) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const format = useFormat();
  const fresh = useFreshIds("customers");
  const { stage, count, customers, next_cursor } = column;
  const head = `stage-${stage}`;
  return (
    <section
      data-column={stage}
      aria-labelledby={head}
      className={cx(
        "flex w-[calc(100vw-56px)] shrink-0 snap-start flex-col rounded-card transition-[background-color,box-shadow] duration-120 md:w-68",
        isOver ? "bg-selected shadow-[inset_0_0_0_2px_var(--accent)]" : "bg-sunken",
      )}
    >
      <h2 id={head} className="flex h-11 shrink-0 items-center gap-2 px-3.5 font-semibold text-13">
        <span
          aria-hidden
          className={cx(
            "size-2 rounded-full",
            stage === "won" ? "bg-approved" : stage === "lost" ? "bg-line-control" : "bg-chart-1",
          )}
        />
        {words(`stage_${stage}`)}
        <Count tone="filled" className="ms-auto">
          {format.number(count)}
        </Count>
      </h2>
      {/* The list scrolls by itself where the sheet has a height; it can be reached by keyboard through its cards. */}
      <div className="min-h-16 flex-1 px-2 pb-2 md:overflow-y-auto">
        {customers.length === 0 ? (
          <p className="grid h-20 place-items-center rounded-card border border-line border-dashed text-12 text-muted">
            {t("column_empty")}
          </p>
        ) : (
          <ul aria-labelledby={head} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {customers.map((customer) => (
              <BoardCard key={customer.id} customer={customer} onMove={onMove} isFresh={fresh.has(customer.id)} />
            ))}
          </ul>
        )}
        {next_cursor ? (
          <Button tone="ghost" size="sm" icon={ChevronDown} busy={isGrowing} onClick={onMore} className="mt-2 w-full">
            {t("column_load", { count: format.number(count - customers.length) })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
