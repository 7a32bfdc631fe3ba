import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { conversation_outcomes, conversation_statuses, conversation_types } from "#drizzle/values.ts";

export const spans = ["today", "week", "month", "custom"] as const;

/** The list's address. Reload, share and Back restore all of it, and a conversation opened from it keeps it for its neighbours. */
export const filterParsers = {
  type: parseAsStringLiteral(conversation_types),
  status: parseAsStringLiteral(conversation_statuses),
  outcome: parseAsStringLiteral(conversation_outcomes),
  /** Trial talks of the playground, which are left out else. */
  mode: parseAsStringLiteral(["trial"] as const),
  /** Handed over to whoever looks. */
  handed: parseAsStringLiteral(["me"] as const),
  when: parseAsStringLiteral(spans),
  /** Of a period of one's own, and of a link from a figure to its rows: a day of the company ("2026-11-20") or an
   *  instant; `to` is a day inclusive, an instant exclusive. */
  from: parseAsString,
  to: parseAsString,
  customer: parseAsString,
  q: parseAsString.withDefault(""),
};

export type Filters = {
  type: (typeof conversation_types)[number] | null;
  status: (typeof conversation_statuses)[number] | null;
  outcome: (typeof conversation_outcomes)[number] | null;
  mode: "trial" | null;
  handed: "me" | null;
  when: (typeof spans)[number] | null;
  from: string | null;
  to: string | null;
  customer: string | null;
  q: string;
};
