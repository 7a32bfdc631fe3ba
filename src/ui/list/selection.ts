"use client";
import { useMemo, useState } from "react";

export type Selection = {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** With Shift, everything between the last one and this one follows. */
  toggle: (id: string, range?: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
  all: boolean;
};

/** Which rows are chosen for an act on many. A row that leaves the list leaves the choice. */
export function useSelection(rows: readonly { id: string }[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const ids = useMemo(() => new Set(rows.map((row) => row.id).filter((id) => chosen.has(id))), [rows, chosen]);
  const all = rows.length > 0 && ids.size === rows.length;
  return {
    ids,
    all,
    has: (id) => ids.has(id),
    toggle(id, range = false) {
      const next = new Set(ids);
      const [from, to] = [rows.findIndex((row) => row.id === last), rows.findIndex((row) => row.id === id)];
      const touched = range && from >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [{ id }];
      const on = !ids.has(id);
      for (const row of touched) on ? next.add(row.id) : next.delete(row.id);
      setChosen(next);
      setLast(id);
    },
    toggleAll: () => setChosen(new Set(all ? [] : rows.map((row) => row.id))),
    clear: () => setChosen(new Set()),
  };
}
