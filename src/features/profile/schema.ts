import * as z from "zod";
import { password } from "#features/users/schema.ts";
import { id, instantOut } from "#lib/fields.ts";

export const ChangePassword = z.strictObject({ current_password: z.string().min(1).max(200), password: password() });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** `ended_sessions`: how many other browsers and tools were signed out. */
export const PasswordChanged = z.object({ ended_sessions: z.int() });
export type PasswordChanged = z.infer<typeof PasswordChanged>;

export const ListSessions = z.strictObject({});

/** A browser or tool in which the caller is signed in. `handle` is a name to end it by; it opens nothing. */
export const Session = z.object({
  handle: id(),
  user_agent: z.string().nullable(),
  is_current: z.boolean(),
  created_at: instantOut(),
  expires_at: instantOut(),
});
export type Session = z.infer<typeof Session>;

/** The current one first, then the newest. At most 100. */
export const Sessions = z.object({ sessions: z.array(Session) });
export type Sessions = z.infer<typeof Sessions>;

export const EndSession = z.strictObject({ handle: id() });
export type EndSession = z.infer<typeof EndSession>;

export const EndOtherSessions = z.strictObject({});
export const SessionsEnded = z.object({ ended_sessions: z.int() });
