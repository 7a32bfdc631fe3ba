import type { Permission } from "#trpc/may.ts";

export type PageName =
  | "dashboard"
  | "conversations"
  | "bookings"
  | "tickets"
  | "customers"
  | "campaigns"
  | "playground"
  | "properties"
  | "reports"
  | "settings";

type Page = {
  href: string;
  name: PageName;
  /** Any one of them opens it. */
  permissions: readonly Permission[];
  /** The second group of the sidebar. */
  aside?: true;
};

/** The pages there are, in the order of the navigation. What a role may not open is not offered. */
export const pages: readonly Page[] = [
  { href: "/dashboard", name: "dashboard", permissions: ["dashboard.read"] },
  { href: "/conversations", name: "conversations", permissions: ["conversations.read"] },
  { href: "/bookings", name: "bookings", permissions: ["bookings.read"] },
  { href: "/tickets", name: "tickets", permissions: ["tickets.read"] },
  { href: "/customers", name: "customers", permissions: ["customers.read"] },
  { href: "/campaigns", name: "campaigns", permissions: ["campaigns.read"] },
  { href: "/playground", name: "playground", permissions: ["playground.use"], aside: true },
  { href: "/properties", name: "properties", permissions: ["properties.read"], aside: true },
  { href: "/reports", name: "reports", permissions: ["reports.sales", "reports.support"], aside: true },
  { href: "/settings", name: "settings", permissions: ["notifications.own"], aside: true },
];
