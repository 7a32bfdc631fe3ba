import { createSerializer } from "nuqs/server";
import { type Filters, filterParsers } from "./filters.ts";
import type { RecipientStatus } from "./types.ts";

const serialize = createSerializer(filterParsers);

/** The address of the list in another state. */
export const campaignsHref = (filters: Partial<Filters> = {}) => serialize("/campaigns", filters);

/** One campaign; with a state, those of its recipients. */
export const campaignHref = (id: string, recipients?: RecipientStatus) =>
  `/campaigns/${id}${recipients ? `?recipients=${recipients}` : ""}`;

export const draftHref = (id: string) => `/campaigns/new?draft=${id}`;
