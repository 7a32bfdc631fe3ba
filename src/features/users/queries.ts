import { and, asc, eq, gt } from "drizzle-orm";
import * as z from "zod";
import { users } from "#drizzle/schema/users.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { ListUsers, Staff, User, UserPage } from "./schema.ts";

const columns = {
  id: users.id,
  company_id: users.company_id,
  username: users.username,
  name: users.name,
  email: users.email,
  role: users.role,
  gender: users.gender,
  locale: users.locale,
  is_active: users.is_active,
  last_seen_at: users.last_seen_at,
  version: users.version,
  created_at: users.created_at,
  updated_at: users.updated_at,
};

/** Staff of the current company by sign-in name, the deactivated too; one page of at most 100.
 *  Rows are limited by policy users_select and by company_id. Throws Invalid("cursor"). Source: users. */
export async function listUsers(tx: Tx, input: ListUsers): Promise<UserPage> {
  const from = after(input.cursor, z.tuple([z.string().regex(/^[a-z0-9._-]{1,64}$/)]));
  const found = await tx
    .select(columns)
    .from(users)
    .where(
      and(
        eq(users.company_id, tx.company_id),
        input.role && eq(users.role, input.role),
        input.is_active === undefined ? undefined : eq(users.is_active, input.is_active),
        from ? gt(users.username, from[0]) : undefined,
      ),
    )
    .orderBy(asc(users.username))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.username]);
  return { users: page, next_cursor };
}

/** One member of staff. Throws NotFound. Source: users. */
export async function getUser(tx: Tx, id: string): Promise<User> {
  const [row] = await tx
    .select(columns)
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.id, id)));
  if (!row) throw new NotFound("user");
  return row;
}

/** Active colleagues by name, at most 500: what a menu of assignees needs. Source: users. */
export async function listStaff(tx: Tx): Promise<Staff> {
  const staff = await tx
    .select({ id: users.id, name: users.name, role: users.role, gender: users.gender })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.is_active, true)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);
  return { staff };
}
