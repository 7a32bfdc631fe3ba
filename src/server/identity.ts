import { createHash } from "node:crypto";
import type { Me, SignedIn, SignIn } from "#features/auth/schema.ts";
import { Limited, Unauthorized } from "../errors.ts";
import { findApiKey, looksLikeApiKey } from "./api-keys.ts";
import { callDoor } from "./doors.ts";
import { passwordFits } from "./passwords.ts";
import type { Pool } from "./pool.ts";
import type { Identity, SessionStore } from "./sessions.ts";
import type { Claims } from "./tenant.ts";

const window_seconds = 15 * 60;
const tries_per_name = 10;
// An office signs in from one address each morning; the counter is against guessing over many names.
const tries_per_address = 200;

interface Caller {
  address: string;
  user_agent: string | null;
}

/** Whose token this is, a person's or a tool's, as he is now; null when it no longer opens anything. */
export function identify(services: { pool: Pool; sessions: SessionStore }, token: string): Promise<Identity | null> {
  return looksLikeApiKey(token) ? findApiKey(services.pool, token) : services.sessions.find(token);
}

/** In whose name a request's transactions run. */
export const claimsOf = (me: Identity, request_id: string): Claims => ({
  company_id: me.company_id,
  user_id: me.api_key ? null : me.id,
  role: me.role,
  request_id,
  company: me.company,
  session_handle: me.session_handle,
  api_key: me.api_key,
});

/** Checks a name and a password and opens a session. One answer and one duration for an unknown name, a wrong password and
 *  a deactivated account. Throws Unauthorized, or Limited with the seconds to wait. Source: sql/doors/sign_in.sql. */
export async function signIn(
  pool: Pool,
  sessions: SessionStore,
  { username, password }: SignIn,
  caller: Caller,
): Promise<SignedIn> {
  const found = await checkPassword(pool, { username, password }, caller.address);
  if (!found) throw new Unauthorized("The user name or the password is wrong.");
  const token = await sessions.open(found.company_id, found.user_id, caller.user_agent);
  const me = await sessions.find(token);
  if (!me) throw new Unauthorized("The user name or the password is wrong.");
  return { token, user: signedInUser(me) };
}

/** Who has this name and this password; null when nobody active has. Every try is counted for the name and the address, at
 *  sign-in and wherever a password is asked again. Throws Limited with the seconds to wait. Source: sql/doors/sign_in.sql. */
export async function checkPassword(pool: Pool, { username, password }: SignIn, address: string) {
  const nameKey = keyed("name", username.toLowerCase());
  const [count] = await callDoor<{ wait: number }>(pool, "select app.count_sign_in($1, $2, $3) as wait", [
    [nameKey, keyed("address", address)],
    [tries_per_name, tries_per_address],
    window_seconds,
  ]);
  if (count && count.wait > 0) throw new Limited(count.wait);
  const [found] = await callDoor<{ company_id: string; user_id: string; password_hash: string; is_active: boolean }>(
    pool,
    "select company_id, user_id, password_hash, is_active from app.sign_in_lookup($1)",
    [username],
  );
  const fits = await passwordFits(found?.password_hash ?? null, password);
  if (!fits || !found?.is_active) return null;
  await callDoor(pool, "select app.forget_sign_in($1)", [[nameKey]]);
  return { company_id: found.company_id, user_id: found.user_id };
}

/** The user in the contract's own shape. */
export function signedInUser({ id, username, name, company_id, company_name, role }: Me): SignedIn["user"] {
  return { id, username, name, company_id, company_name, role };
}

/** No name and no address is stored, only what recognises it again within the window. */
const keyed = (kind: "name" | "address", value: string) =>
  createHash("sha256").update(`${kind}:${value}`).digest("hex");
