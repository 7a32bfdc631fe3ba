import type { Booking } from "./types.ts";
import type { Decisions } from "./use-decisions.tsx";

export type RowsProps = {
  rows: readonly Booking[];
  /** Rows that somebody changed within the last moments. */
  fresh: ReadonlySet<string>;
  open: string | null;
  onOpen: (id: string) => void;
  decisions: Decisions;
};
export type RowProps = Omit<RowsProps, "rows"> & { booking: Booking };
