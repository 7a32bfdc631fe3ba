"use client";
import { debounce, type UseQueryStatesKeysMap, useQueryStates, type Values } from "nuqs";

type Change<Parsers extends UseQueryStatesKeysMap> = Partial<{ [Name in keyof Parsers]: Values<Parsers>[Name] | null }>;

/** The filters of a list, kept in its address: reload, share and Back restore all of them.
 *  @param parsers one nuqs parser a filter
 *  @param aside names that narrow nothing, such as the open record, the view and the order */
export function useListState<Parsers extends UseQueryStatesKeysMap>(
  parsers: Parsers,
  aside: readonly (keyof Parsers & string)[],
) {
  const [filters, setFilters] = useQueryStates(parsers, { history: "replace", shallow: true });
  const narrowing = Object.keys(parsers).filter((name) => !aside.some((one) => one === name));
  // nuqs asks for the exact partial of its own mapped type, which a generic cannot spell out.
  const write = (change: object, options?: Parameters<typeof setFilters>[1]) =>
    void setFilters(change as Parameters<typeof setFilters>[0], options);
  return {
    filters,
    /** Whether any filter but its default is on. */
    isNarrowed: narrowing.some((name) => !isDefault(parsers[name]?.defaultValue, filters[name])),
    set: (change: Change<Parsers>) => write(change),
    /** Typing: the address follows when the hand rests. */
    type: (change: Change<Parsers>) =>
      write(change, { limitUrlUpdates: debounce(Object.values(change).some((value) => value) ? 300 : 0) }),
    /** Opening something: Back closes it. */
    show: (change: Change<Parsers>) => write(change, { history: "push" }),
    clear: () => write(Object.fromEntries(narrowing.map((name) => [name, null]))),
  };
}

const isDefault = (initial: unknown, value: unknown) =>
  JSON.stringify(value ?? null) === JSON.stringify(initial ?? null) || value === "";
