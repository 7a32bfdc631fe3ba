import { createSerializer } from "nuqs/server";
import { type Filters, filterParsers } from "./filters.ts";

const serialize = createSerializer(filterParsers);

/** The address of the list in another state. */
export const conversationsHref = (filters: Partial<Filters>): string => serialize("/conversations", filters);

/** The address of one conversation, with the list it stands in. */
export const conversationHref = (id: string, filters: Partial<Filters> = {}): string =>
  serialize(`/conversations/${id}`, filters);
