import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { property_kinds, property_purposes, property_statuses } from "#drizzle/values.ts";
import type { Property } from "./types.ts";

export const permit_states = [
  "valid",
  "expiring",
  "expired",
  "missing",
] as const satisfies readonly Property["permit_state"][];
export const sorts = ["newest", "price_low", "price_high"] as const;
export const views = ["table", "cards"] as const;
export const bedroom_counts = [1, 2, 3, 4, 5] as const;

/** The list's address: what is shown, in which order and how. Prices are decimals without separators. */
export const filterParsers = {
  status: parseAsStringLiteral(property_statuses),
  kind: parseAsStringLiteral(property_kinds),
  purpose: parseAsStringLiteral(property_purposes),
  permit: parseAsStringLiteral(permit_states),
  bedrooms: parseAsInteger,
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(sorts).withDefault("newest"),
  view: parseAsStringLiteral(views).withDefault("table"),
};

export type Filters = {
  status: Property["status"] | null;
  kind: Property["kind"] | null;
  purpose: Property["purpose"] | null;
  permit: Property["permit_state"] | null;
  bedrooms: number | null;
  from: string;
  to: string;
  q: string;
  sort: (typeof sorts)[number];
  view: (typeof views)[number];
};
