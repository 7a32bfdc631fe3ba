import { machine_sight } from "#agents/tools/permissions.ts";
import { allows, type Permission } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";

/** Whether what belongs to another noun may be answered to whoever acts. A machine sees what its tools tell a customer of
 *  himself; the system sees nothing of it. */
export function isVisible(tx: Tx, permission: Permission): boolean {
  const { role } = tx;
  if (role === "system") return false;
  if (role === "voice_agent" || role === "chat_agent") return machineSees(permission);
  return allows(role, permission);
}

function machineSees(permission: Permission): boolean {
  const seen: readonly Permission[] = machine_sight;
  return seen.includes(permission);
}
