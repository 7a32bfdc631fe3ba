import { createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { ListInput } from "./types.ts";

export const states = ["active", "inactive"] as const;

/** The list's address: whose accounts, and which one is being edited. */
export const filterParsers = {
  state: parseAsStringLiteral(states).withDefault("active"),
  user: parseAsString,
};

type Filters = { state: (typeof states)[number]; user: string | null };

/** The list as it is asked for, by the page and by the browser alike. */
export const listInput = ({ state }: Pick<Filters, "state">): ListInput => ({
  is_active: state === "active",
  limit: 50,
});

export const usersHref: (filters: Partial<Filters>) => string = (filters) => serialize("/settings/users", filters);

const serialize = createSerializer(filterParsers);
