import { createSerializer } from "nuqs/server";
import { type Filters, filterParsers } from "./filters.ts";

const serialize = createSerializer(filterParsers);

/** The address of the list in another state. */
export function ticketsHref(filters: Partial<Filters>): string {
  return serialize("/tickets", filters);
}
