import type { actor_kinds } from "#drizzle/values.ts";
import type { Tx } from "./tenant.ts";

/** Who acts, in the words of actor_kinds. */
export function actorKind({ role }: Pick<Tx, "role">): (typeof actor_kinds)[number] {
  return role === "voice_agent" || role === "chat_agent" || role === "system" ? role : "staff";
}
