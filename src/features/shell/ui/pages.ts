import type { Permission } from "#trpc/may.ts";

type Page = { href: string; name: "dashboard" | "bookings"; permission: Permission };

/** The pages there are, in the order of the navigation. What a role may not open is not offered. */
export const pages: readonly Page[] = [
  { href: "/dashboard", name: "dashboard", permission: "dashboard.read" },
  { href: "/bookings", name: "bookings", permission: "bookings.read" },
];
