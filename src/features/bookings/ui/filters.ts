import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const statuses = ["pending", "approved", "rejected", "completed", "cancelled"] as const;
export const spans = ["upcoming", "week", "past", "all"] as const;
export type Span = (typeof spans)[number];

/** The list's address: what is shown, and which viewing is open beside it. Reload, share and Back restore all of it. */
export const filterParsers = {
  status: parseAsStringLiteral(statuses),
  when: parseAsStringLiteral(spans).withDefault("upcoming"),
  q: parseAsString.withDefault(""),
  /** A member of staff. */
  owner: parseAsString,
  booking: parseAsString,
};

export type Filters = {
  status: (typeof statuses)[number] | null;
  when: Span;
  q: string;
  owner: string | null;
  booking: string | null;
};
