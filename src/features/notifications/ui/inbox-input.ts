import { parseAsStringLiteral } from "nuqs/server";
import type { ListInput } from "#features/shell/ui/notifications/types.ts";

export const filterParsers = { show: parseAsStringLiteral(["all", "unread"] as const).withDefault("all") };

/** The inbox as it is asked for, by the page and by the browser alike. */
export const inboxInput = ({ show }: { show: "all" | "unread" }): ListInput => ({
  limit: 30,
  ...(show === "unread" && { unread_only: true }),
});
