import { parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ticket_categories, ticket_priorities } from "#drizzle/values.ts";

export const tabs = ["open", "mine", "unassigned", "overdue", "resolved", "closed", "all"] as const;
export type Tab = (typeof tabs)[number];
export const sorts = ["due", "newest", "priority"] as const;

/** The list's address: what is shown, and which ticket is open beside it. Reload, share and Back restore all of it. */
export const filterParsers = {
  tab: parseAsStringLiteral(tabs).withDefault("open"),
  q: parseAsString.withDefault(""),
  priority: parseAsStringLiteral(ticket_priorities),
  category: parseAsStringLiteral(ticket_categories),
  /** A member of staff. */
  owner: parseAsString,
  /** When it was opened: a day of the company or an instant; `to` is included when it is a day. */
  from: parseAsString,
  to: parseAsString,
  /** Only what is due soon. */
  soon: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(sorts),
  ticket: parseAsString,
};

export type Filters = {
  tab: Tab;
  q: string;
  priority: (typeof ticket_priorities)[number] | null;
  category: (typeof ticket_categories)[number] | null;
  owner: string | null;
  from: string | null;
  to: string | null;
  soon: boolean;
  sort: (typeof sorts)[number] | null;
  ticket: string | null;
};
