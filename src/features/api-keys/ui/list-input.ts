import type { ListInput } from "./types.ts";

/** The list as it is asked for, by the page and by the browser alike. */
export const listInput: ListInput = { limit: 50 };
