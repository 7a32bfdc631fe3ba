"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { failureOf } from "#trpc/failure.ts";
import { useMay } from "#trpc/me.tsx";
import { cx } from "#ui/cx.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { BoardColumn } from "./board-column.tsx";
import { BoardSkeleton } from "./board-skeleton.tsx";
import { NoCustomers } from "./customer-list.tsx";
import { dragCards } from "./drag-cards.ts";
import type { Customer, Stage } from "./types.ts";
import { useBoard } from "./use-board.ts";
import type { CustomerFilters } from "./use-customer-filters.ts";
import { useMove } from "./use-move.ts";

/** The pipeline: a column a stage, cards that are dragged or sent by their menu. */
export function Board({ state }: { state: CustomerFilters }) {
  const t = useTranslations("customers");
  const board = useBoard(state.board);
  const { columns } = board;
  const { move } = useMove();
  const writes = useMay("customers.write");
  const region = useRef<HTMLElement>(null);
  const [over, setOver] = useState<string | null>(null);
  const drop = useRef((_card: string, _column: string) => {});
  const sent = useRef<string | null>(null);
  const hasCards = columns?.some(({ count }) => count > 0) ?? false;

  useEffect(() => {
    drop.current = (card, column) => {
      const customer = columns?.flatMap(({ customers }) => customers).find(({ id }) => id === card);
      const stage = columns?.find((one) => one.stage === column)?.stage;
      if (customer && stage) move(customer, stage);
    };
    // A card that was sent by its menu stands elsewhere now, and took the focus with it.
    const landed = sent.current && document.activeElement === document.body && cardLink(sent.current);
    if (!landed) return;
    landed.focus();
    sent.current = null;
  });
  useEffect(() => {
    if (!region.current || !writes || !hasCards) return;
    return dragCards(region.current, { over: setOver, drop: (card, column) => drop.current(card, column) });
  }, [writes, hasCards]);

  if (!columns) {
    if (!board.isError) return <BoardSkeleton />;
    const { request_id } = failureOf(board.error);
    return <ErrorPanel request_id={request_id} onRetry={() => void board.refetch()} busy={board.isRefetching} />;
  }
  if (!hasCards) return <NoCustomers state={state} />;
  const send = (customer: Customer, stage: Stage) => {
    sent.current = customer.id;
    move(customer, stage);
  };
  return (
    <section
      ref={region}
      aria-label={t("board")}
      className={cx(
        "flex min-h-0 flex-1 snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-4 transition-opacity duration-180 md:snap-none md:px-6",
        board.isPlaceholderData && "opacity-55",
      )}
    >
      {columns.map((column) => (
        <BoardColumn
          key={column.stage}
          column={column}
          isOver={over === column.stage}
          onMove={writes ? send : null}
          isGrowing={board.growing === column.stage}
          onMore={() => void board.more(column.stage, column.customers.length)}
        />
      ))}
    </section>
  );
}

const cardLink = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"] a`);
