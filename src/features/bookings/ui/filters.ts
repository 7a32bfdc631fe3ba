import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const statuses = ["pending", "approved", "rejected", "completed", "cancelled"] as const;
export const spans = ["upcoming", "week", "past", "all"] as const;
export type Span = (typeof spans)[number];
export const views = ["list", "week", "month"] as const;
export type View = (typeof views)[number];

/** The page's address: what is shown, how, and which viewing is open beside it. Reload, share and Back restore all of it. */
export const filterParsers = {
  status: parseAsStringLiteral(statuses),
  /** The list's stretch of time; a calendar has its own. */
  when: parseAsStringLiteral(spans).withDefault("upcoming"),
  q: parseAsString.withDefault(""),
  /** A member of staff. */
  owner: parseAsString,
  /** When it was asked for: a day of the company or an instant, `asked_to` included when it is a day. */
  asked_from: parseAsString,
  asked_to: parseAsString,
  sort: parseAsStringLiteral(["pending_first"]),
  view: parseAsStringLiteral(views).withDefault("list"),
  /** A day of the week or month that a calendar shows; today without it. */
  on: parseAsString,
  booking: parseAsString,
  /** A new viewing is being written: the day it begins with, or any word. */
  new: parseAsString,
};

export type Filters = {
  status: (typeof statuses)[number] | null;
  when: Span;
  q: string;
  owner: string | null;
  asked_from: string | null;
  asked_to: string | null;
  sort: "pending_first" | null;
  view: View;
  on: string | null;
  booking: string | null;
  new: string | null;
};
