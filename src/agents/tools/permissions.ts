import type { Permission } from "#server/permissions.ts";
import type { Claims } from "#server/tenant.ts";
import type { ToolName } from "../tool-contract.ts";

type Machine = Extract<Claims["role"], "voice_agent" | "chat_agent">;
const both = ["voice_agent", "chat_agent"] as const satisfies readonly Machine[];

/** Which machine may call which tool. Plain data; whatever is not here is refused. No tool changes or deletes what staff wrote,
 *  decides a viewing, or reads anybody but the customer of its own conversation. */
export const tool_permissions: Record<ToolName, readonly Machine[]> = {
  find_or_create_customer: both,
  search_properties: both,
  request_booking: both,
  open_ticket: both,
  customer_history: both,
  hand_over_to_staff: both,
};

/** What the tools' own queries read of a customer. Not among them: notes, stages and campaigns, which are the staff's. */
export const machine_sight = [
  "conversations.read",
  "bookings.read",
  "tickets.read",
] as const satisfies readonly Permission[];
