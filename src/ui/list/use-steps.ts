"use client";
import { useEffect, useRef } from "react";
import { useShortcut } from "../use-shortcut.ts";

/** Goes through the filtered list from the record that is open: ↑ and ↓. A record that was decided leaves the list it was
 *  found in; the keys go on from where it stood.
 *  @param ids the list as far as it is loaded */
export function useSteps(ids: readonly string[], id: string, onStep: (id: string) => void) {
  const at = ids.indexOf(id);
  const stood = useRef(0);
  useEffect(() => {
    if (at >= 0) stood.current = at;
  }, [at]);
  const step = (by: 1 | -1) => {
    const to = at >= 0 ? at + by : by > 0 ? stood.current : stood.current - 1;
    const next = ids[to];
    if (next) onStep(next);
  };
  const hasBefore = at > 0 || (at < 0 && ids.length > 0);
  const hasAfter = at < 0 ? ids.length > 0 : at < ids.length - 1;
  const before = hasBefore ? () => step(-1) : null;
  const after = hasAfter ? () => step(1) : null;
  useShortcut("arrowup", before);
  useShortcut("arrowdown", after);
  /** `at` counts from 1; null while the record is not in the list. */
  return { before, after, at: at >= 0 ? at + 1 : null };
}
