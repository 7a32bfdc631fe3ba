import { readAmount } from "#ui/form/amount.ts";
import type { Filters } from "./filters.ts";
import type { CountInput, ListInput } from "./types.ts";

const page_size = 30;

// Page and browser both build their questions here, so that what the page fetched is what the list finds.

export function listInput(filters: Filters): ListInput {
  return {
    ...countInput(filters),
    ...(filters.status && { status: filters.status }),
    sort: filters.sort,
    limit: page_size,
  };
}

/** Prices are read again: an address may have been typed by hand. */
export function countInput({ kind, purpose, permit, bedrooms, from, to, q }: Filters): CountInput {
  const [price_from, price_to] = [readAmount(from), readAmount(to)];
  return {
    ...(kind && { kind }),
    ...(purpose && { purpose }),
    ...(permit && { permit_state: permit }),
    ...(bedrooms !== null && bedrooms >= 0 && bedrooms <= 1000 && { bedrooms_from: bedrooms }),
    ...(price_from && { price_from }),
    ...(price_to && { price_to }),
    ...(q.trim() && { q: q.trim() }),
  };
}

export const inquirersInput = (id: string) => ({ id, limit: 20 });
