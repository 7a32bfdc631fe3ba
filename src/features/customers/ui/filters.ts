import { parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { customer_stages } from "#drizzle/values.ts";

export const views = ["table", "board"] as const;
export const spans = ["week", "month", "quarter"] as const;
export const nobody = "none";

/** The page's address: what is shown, and how. Reload, share and Back restore all of it. */
export const filterParsers = {
  view: parseAsStringLiteral(views).withDefault("table"),
  stage: parseAsStringLiteral(customer_stages),
  q: parseAsString.withDefault(""),
  /** A member of staff, or "none": the customers nobody is in charge of. */
  owner: parseAsString,
  /** When they came. */
  when: parseAsStringLiteral(spans),
  /** Who moved into this stage, wherever they are now; `from` and `to` then say when. */
  reached: parseAsStringLiteral(customer_stages),
  /** A day of the company ("2026-11-20") or an instant; `to` is a day inclusive, an instant exclusive. */
  from: parseAsString,
  to: parseAsString,
  /** The form for a new customer is open. */
  new: parseAsBoolean.withDefault(false),
};

type Stage = (typeof customer_stages)[number];
export type Filters = {
  view: (typeof views)[number];
  stage: Stage | null;
  q: string;
  owner: string | null;
  when: (typeof spans)[number] | null;
  reached: Stage | null;
  from: string | null;
  to: string | null;
  new: boolean;
};
