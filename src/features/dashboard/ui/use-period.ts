"use client";
import { useQueryStates } from "nuqs";
import { type Period, periodParsers } from "./period.ts";

/** The period of every figure on the page, kept in the address. */
export function usePeriod(): [Period, (period: Period) => void] {
  const [{ period }, set] = useQueryStates(periodParsers, { shallow: true });
  return [period, (next) => void set({ period: next })];
}
