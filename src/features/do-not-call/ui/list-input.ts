import { parseAsString } from "nuqs/server";
import type { ListInput } from "./types.ts";

export const filterParsers = { q: parseAsString.withDefault("") };

/** The list as it is asked for, by the page and by the browser alike. */
export const listInput = ({ q }: { q: string }): ListInput => ({
  limit: 10,
  ...(q.trim() && { q: q.trim().slice(0, 40) }),
});
