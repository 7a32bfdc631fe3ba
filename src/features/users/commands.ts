import { and, asc, eq, or, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { sessions, users } from "#drizzle/schema/users.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import type { WithHash } from "./hashed.ts";
import { getUser } from "./queries.ts";
import type { CreateUser, DeactivateUser, ReactivateUser, ResetPassword, UpdateUser, User } from "./schema.ts";

/** A new member of staff. A sign-in name is one of the whole portal: Conflict("username_taken") says that it is taken and,
 *  without a current row, not by whom. */
export async function createUser(tx: Tx, input: WithHash<CreateUser>): Promise<User> {
  const id = uuidv7();
  const [claim] = await tx.execute<{ claimed: boolean }>(
    sql`select app.claim_username(${input.username}, ${id}) as claimed`,
  );
  if (!claim?.claimed) throw new Conflict("username_taken", "This sign-in name is taken.");
  await tx.insert(users).values({
    company_id: tx.company_id,
    id,
    username: input.username,
    name: input.name,
    role: input.role,
    password_hash: input.password_hash,
    email: input.email ?? null,
    gender: input.gender ?? null,
    locale: input.locale ?? null,
  });
  return getUser(tx, id);
}

/** Changes what is given. Another role ends the user's sessions at once. Throws NotFound and Conflict ("last_admin", "stale"),
 *  each with the current row. */
export async function updateUser(tx: Tx, { id, version, ...values }: UpdateUser): Promise<User> {
  const before = await lockUser(tx, id);
  const changesRole = values.role !== undefined && values.role !== before.role;
  if (changesRole && before.is_last_admin) throw await lastAdmin(tx, id);
  await change(tx, before, version, values);
  if (changesRole) await endSessions(tx, id);
  return getUser(tx, id);
}

/** Ends a member of staff's access, and his sessions with it; his rows stay. Throws NotFound and Conflict ("yourself",
 *  "last_admin", "already_deactivated", "stale"), each with the current row. */
export async function deactivateUser(tx: Tx, { id, version }: DeactivateUser): Promise<User> {
  const before = await lockUser(tx, id);
  if (id === tx.user_id) throw new Conflict("yourself", "Nobody deactivates himself.", await getUser(tx, id));
  if (!before.is_active)
    throw new Conflict("already_deactivated", "This user is deactivated already.", await getUser(tx, id));
  if (before.is_last_admin) throw await lastAdmin(tx, id);
  await change(tx, before, version, { is_active: false });
  await endSessions(tx, id);
  return getUser(tx, id);
}

/** Gives a member of staff his access back; he signs in anew. Throws NotFound and Conflict ("already_active", "stale"), each with
 *  the current row. */
export async function reactivateUser(tx: Tx, { id, version }: ReactivateUser): Promise<User> {
  const before = await lockUser(tx, id);
  if (before.is_active) throw new Conflict("already_active", "This user is active already.", await getUser(tx, id));
  await change(tx, before, version, { is_active: true });
  return getUser(tx, id);
}

/** Sets a new password and ends every session that the old one opened. Throws NotFound. */
export async function resetPassword(tx: Tx, { id, password_hash }: WithHash<ResetPassword>): Promise<User> {
  await change(tx, await lockUser(tx, id), undefined, { password_hash });
  await endSessions(tx, id);
  return getUser(tx, id);
}

type Locked = Awaited<ReturnType<typeof lockUser>>;

/** Holds the user and every active admin until the transaction ends, always in one order: two admins who take each other's
 *  role at the same moment cannot both succeed. Throws NotFound. */
async function lockUser(tx: Tx, id: string) {
  const isActiveAdmin = and(eq(users.role, "admin"), eq(users.is_active, true));
  const held = await tx
    .select({ id: users.id, role: users.role, is_active: users.is_active, version: users.version })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), or(eq(users.id, id), isActiveAdmin)))
    .orderBy(asc(users.id))
    .for("update");
  const user = held.find((row) => row.id === id);
  if (!user) throw new NotFound("user");
  const admins = held.filter((row) => row.role === "admin" && row.is_active);
  return { ...user, is_last_admin: admins.length === 1 && admins[0]?.id === id };
}

async function change(
  tx: Tx,
  before: Locked,
  version: number | undefined,
  values: PgUpdateSetSource<typeof users>,
): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ ...values, version: before.version + 1 })
    .where(
      and(eq(users.company_id, tx.company_id), eq(users.id, before.id), eq(users.version, version ?? before.version)),
    )
    .returning({ id: users.id });
  if (changed.length === 0)
    throw new Conflict("stale", "This user was changed meanwhile.", await getUser(tx, before.id));
}

async function endSessions(tx: Tx, user_id: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.company_id, tx.company_id), eq(sessions.user_id, user_id)));
}

const lastAdmin = async (tx: Tx, id: string) =>
  new Conflict("last_admin", "The last active admin keeps his role and his access.", await getUser(tx, id));
