import type { ReactNode } from "react";
import type { Selection } from "./selection.ts";

/** The start of a row: who or what it is, and the link that opens it. */
export type Lead = { mark?: ReactNode; title: ReactNode; under?: ReactNode };

export type Column<Row> = {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** "w-38"; without it the column shares what is left. */
  width?: string;
  /** Left out while the list has less room than this (theme.css says how much that is). */
  from?: "2xl" | "4xl" | "5xl";
  /** Figures stand at the end. */
  end?: boolean;
  /** Where a phone's card shows it: beside the name, below it, or nowhere. */
  card?: "end" | "line";
};

export type RecordListProps<Row extends { id: string }> = {
  /** The list's name for screen readers. */
  label: string;
  rows: readonly Row[];
  /** Head and content of the first column. */
  head: ReactNode;
  lead: (row: Row) => Lead;
  leadWidth?: string;
  columns: readonly Column<Row>[];
  href: (row: Row) => string;
  /** Says a row in a word or two: for its checkbox. */
  name: (row: Row) => string;
  /** Opens beside the list; without it the row is a plain link to its page. */
  onOpen?: (id: string) => void;
  open?: string | null;
  /** Rows that somebody changed within the last moments. */
  fresh?: ReadonlySet<string>;
  selection?: Selection;
  /** Acts at the foot of a phone's card. */
  foot?: (row: Row) => ReactNode;
};

export const shown_from = {
  "2xl": "hidden room-2xl:table-cell",
  "4xl": "hidden room-4xl:table-cell",
  "5xl": "hidden room-5xl:table-cell",
};
export const column_from = {
  "2xl": "hidden room-2xl:table-column",
  "4xl": "hidden room-4xl:table-column",
  "5xl": "hidden room-5xl:table-column",
};
