import { createSerializer } from "nuqs/server";
import { type Filters, filterParsers } from "./filters.ts";

const serialize = createSerializer(filterParsers);

/** The address of the list or the board in another state. */
export const customersHref = (filters: Partial<Filters>): string => serialize("/customers", filters);

export const customerHref = (id: string): string => `/customers/${id}`;
