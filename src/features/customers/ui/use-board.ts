"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useRef, useState } from "react";
import { api } from "#trpc/api.ts";
import { column_size } from "./list-input.ts";
import type { Board, BoardInput, Listed, Stage } from "./types.ts";

type Column = Board["columns"][number];

/** The board and how to get more of a column. Whatever was opened stays open when the board is asked for again. */
export function useBoard({ limit, ...filters }: BoardInput) {
  const { client } = api.useUtils();
  const opened = useRef(new Map<Stage, number>());
  const [growing, setGrowing] = useState<Stage | null>(null);

  async function fill(column: Column, signal: AbortSignal): Promise<Column> {
    const most = opened.current.get(column.stage) ?? 0;
    const { customers, next_cursor: cursor } = column;
    if (customers.length >= most || cursor === null) return column;
    const size = Math.min(100, most - customers.length);
    const more = await client.customers.list.query(
      { ...filters, stage: column.stage, cursor, limit: size },
      { signal },
    );
    return fill({ ...column, ...more, customers: [...customers, ...more.customers] }, signal);
  }

  const board = useQuery({
    queryKey: getQueryKey(api.customers.board, { ...filters, limit }, "query"),
    queryFn: async ({ signal }): Promise<Board> => {
      const { columns } = await client.customers.board.query({ ...filters, limit }, { signal });
      return { columns: await Promise.all(columns.map((column) => fill(column, signal))) };
    },
    placeholderData: keepPreviousData,
  });

  return {
    ...board,
    columns: board.data ? regrouped(board.data.columns) : null,
    growing,
    more: async (stage: Stage, shown: number) => {
      opened.current.set(stage, shown + column_size);
      setGrowing(stage);
      await board.refetch();
      setGrowing(null);
    },
  };
}

/** Cards stand where their stage says, which after a move is not where the server last put them. */
function regrouped(columns: readonly Column[]) {
  const cards = columns.flatMap(({ customers }) => customers);
  return columns.map((column) => {
    const left = column.customers.filter(({ stage }) => stage !== column.stage).length;
    const here = cards.filter(({ stage }) => stage === column.stage);
    const came = here.length - (column.customers.length - left);
    return { ...column, customers: here.sort(newestFirst), count: column.count + came - left };
  });
}

const newestFirst = (one: Listed, other: Listed) =>
  other.created_at.localeCompare(one.created_at) || other.id.localeCompare(one.id);
