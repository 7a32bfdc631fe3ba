import { allows, type Permission } from "#server/permissions.ts";
import type { Outputs } from "./api.ts";

export type Role = Outputs["auth"]["me"]["role"];
export type { Permission };

/** Whether a role may do it, from the same table that the server asks. The one place where pages reach it. */
export function roleMay(role: Role, permission: Permission): boolean {
  return allows(role, permission);
}
