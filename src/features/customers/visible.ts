import { allows, type Permission } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";

/** Whether what belongs to another noun may be answered to whoever acts. A machine sees only what its own tools give it. */
export function isVisible(tx: Tx, permission: Permission): boolean {
  const { role } = tx;
  return role !== "voice_agent" && role !== "chat_agent" && role !== "system" && allows(role, permission);
}
