import { createSerializer } from "nuqs/server";
import { type Filters, filterParsers } from "./filters.ts";

const serialize = createSerializer(filterParsers);

/** The address of the list in another state. */
export const propertiesHref = (filters: Partial<Filters> = {}) => serialize("/properties", filters);
export const propertyHref = (id: string) => `/properties/${id}`;
