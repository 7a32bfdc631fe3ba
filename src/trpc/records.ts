import type { QueryClient } from "@tanstack/react-query";
import type { Outputs } from "./api.ts";

/** A part of the router: "bookings". Its answers share the first word of their key. */
export type Part = keyof Outputs;
export type Held = ReturnType<QueryClient["getQueriesData"]>;

/** Puts a change into a record wherever an answer of these parts holds it: rows of lists, the open one, lanes and boards.
 *  Ids are unique, so an object with the id is the record, whatever the answer around it looks like. */
export function showRecord(queries: QueryClient, parts: readonly Part[], id: string, change: object): void {
  for (const part of parts) {
    queries.setQueriesData<unknown>({ queryKey: [[part]] }, (held: unknown) => patched(held, id, change));
  }
}

function patched(value: unknown, id: string, change: object): unknown {
  if (Array.isArray(value)) {
    const next = value.map((item) => patched(item, id, change));
    return next.some((item, at) => item !== value[at]) ? next : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const isIt = "id" in value && value.id === id;
  const entries = Object.entries(value);
  const next = entries.map(([name, inner]): [string, unknown] => [name, patched(inner, id, change)]);
  if (!isIt && next.every(([, inner], at) => inner === entries[at]?.[1])) return value;
  return isIt ? { ...Object.fromEntries(next), ...change } : Object.fromEntries(next);
}

/** Everything held about these parts as it is now, to be put back when an act fails. */
export async function holdRecords(queries: QueryClient, parts: readonly Part[]): Promise<Held> {
  const keys = parts.map((part) => [[part]]);
  await Promise.all(keys.map((queryKey) => queries.cancelQueries({ queryKey })));
  return keys.flatMap((queryKey) => queries.getQueriesData({ queryKey }));
}

export function restoreRecords(queries: QueryClient, held: Held): void {
  for (const [key, data] of held) queries.setQueryData(key, data);
}
