"use client";
import type { RecordListProps } from "./record.ts";
import { RecordCards } from "./record-cards.tsx";
import { RecordTable } from "./record-table.tsx";

/** The rows of a list: a table where there is room for one, cards on phones. Style decides, so nothing jumps after the first paint. */
export function RecordList<Row extends { id: string }>(props: RecordListProps<Row>) {
  return (
    <>
      <RecordTable {...props} />
      <RecordCards {...props} />
    </>
  );
}
