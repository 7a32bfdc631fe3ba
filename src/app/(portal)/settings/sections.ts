import type { Permission } from "#trpc/may.ts";

/** The pages of the settings, in their order. What a role may not open is not offered. */
export const sections = [
  { href: "/settings/company", words: "nav_company", permission: "company.manage" },
  { href: "/settings/users", words: "nav_users", permission: "users.manage" },
  { href: "/settings/keys", words: "nav_keys", permission: "api_keys.manage" },
  { href: "/settings/agents", words: "nav_agents", permission: "agents.manage" },
  { href: "/settings/calling", words: "nav_calling", permission: "campaigns.write" },
  { href: "/settings/integrations", words: "nav_integrations", permission: "company.manage" },
  { href: "/settings/notifications", words: "nav_notifications", permission: "notifications.own" },
] as const satisfies readonly { href: string; words: string; permission: Permission }[];
