import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { type campaign_statuses, campaign_types, recipient_statuses } from "#drizzle/values.ts";

/** The order of the tabs: what is going on first. */
export const statuses = [
  "running",
  "paused",
  "scheduled",
  "draft",
  "completed",
  "cancelled",
] as const satisfies readonly (typeof campaign_statuses)[number][];

/** The list's address. */
export const filterParsers = {
  status: parseAsStringLiteral(statuses),
  type: parseAsStringLiteral(campaign_types),
  q: parseAsString.withDefault(""),
};
export type Filters = {
  status: (typeof statuses)[number] | null;
  type: (typeof campaign_types)[number] | null;
  q: string;
};

/** A campaign's own address: which of its recipients are shown. */
export const recipientParsers = {
  recipients: parseAsStringLiteral(recipient_statuses),
  q: parseAsString.withDefault(""),
};
export type RecipientFilters = { recipients: (typeof recipient_statuses)[number] | null; q: string };
