import { Forbidden } from "../errors.ts";
import type { Tx } from "./tenant.ts";

/** The person who acts: users.id. Throws Forbidden for a tool, which has no password, sessions or inbox of its own. */
export function actingUser({ user_id }: Pick<Tx, "user_id">): string {
  if (user_id === null) throw new Forbidden("Only a person who signed in may do this.");
  return user_id;
}
