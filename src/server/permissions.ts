import type { Role } from "#features/auth/schema.ts";

const everyone = ["admin", "sales_manager", "support_manager", "agent"] as const;
const managers = ["admin", "sales_manager", "support_manager"] as const;
const sales = ["admin", "sales_manager"] as const;
const support = ["admin", "support_manager"] as const;
const admins = ["admin"] as const;

/** Who may do what. Plain data: the procedures, the pages and the tests read this one table. */
export const permissions = {
  "profile.own": everyone,
  "notifications.own": everyone,
  "conversations.read": everyone,
  "conversations.create": everyone,
  "conversations.hand_over": everyone,
  "conversations.summarise": managers,
  "recordings.download": managers,
  "playground.use": everyone,
  "customers.find_or_create": everyone,
  "customers.read": managers,
  "customers.write": managers,
  "dashboard.read": managers,
  "staff.read": managers,
  "properties.read": managers,
  "properties.write": sales,
  "bookings.read": sales,
  "bookings.write": sales,
  "bookings.decide": sales,
  "campaigns.read": sales,
  "campaigns.write": sales,
  "reports.sales": sales,
  "tickets.read": support,
  "tickets.write": support,
  "reports.support": support,
  "users.manage": admins,
  "api_keys.manage": admins,
  "company.manage": admins,
  "agents.manage": admins,
  "audit.read": admins,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function allows(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(role);
}
