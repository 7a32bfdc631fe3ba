import * as z from "zod";
import { genders, locales, roles } from "#drizzle/values.ts";
import { cursor, id, instantOut, limit, line } from "#lib/fields.ts";

const Role = z.enum(roles);

/** A member of staff. The password's hash is not here and cannot be: the database does not let it be read. */
export const User = z.object({
  id: id(),
  company_id: id(),
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  gender: z.enum(genders).nullable(),
  locale: z.enum(locales).nullable(),
  is_active: z.boolean(),
  last_seen_at: instantOut().nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type User = z.infer<typeof User>;

export const ListUsers = z.strictObject({
  role: Role.optional(),
  is_active: z.boolean().optional(),
  cursor: cursor(),
  limit: limit(),
});
export type ListUsers = z.infer<typeof ListUsers>;

export const UserPage = z.object({ users: z.array(User), next_cursor: z.string().nullable() });
export type UserPage = z.infer<typeof UserPage>;

const username = () =>
  z
    .string()
    .trim()
    .regex(/^[a-z0-9._-]{3,64}$/, "3 to 64 of: lower-case latin letters, digits, dot, underscore, hyphen");
/** A password to be; it has a ceiling because hashing a megabyte is work for an attacker's sake. */
export const password = () => z.string().min(10).max(200);
const email = () => z.email().max(254);

export const CreateUser = z.strictObject({
  username: username(),
  name: line(120),
  role: Role,
  password: password(),
  email: email().nullish(),
  gender: z.enum(genders).nullish(),
  locale: z.enum(locales).nullish(),
});
export type CreateUser = z.infer<typeof CreateUser>;

/** What is left out stays; null empties. `version`, when given, is the one the caller saw. */
export const UpdateUser = z.strictObject({
  id: id(),
  version: z.int32().min(1).optional(),
  name: line(120).optional(),
  role: Role.optional(),
  email: email().nullable().optional(),
  gender: z.enum(genders).nullable().optional(),
  locale: z.enum(locales).nullable().optional(),
});
export type UpdateUser = z.infer<typeof UpdateUser>;

export const DeactivateUser = z.strictObject({ id: id(), version: z.int32().min(1).optional() });
export type DeactivateUser = z.infer<typeof DeactivateUser>;

export const ReactivateUser = DeactivateUser;
export type ReactivateUser = z.infer<typeof ReactivateUser>;

export const ResetPassword = z.strictObject({ id: id(), password: password() });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const ListStaff = z.strictObject({});

/** Colleagues as a menu needs them, by name. */
export const Staff = z.object({
  staff: z.array(z.object({ id: id(), name: z.string(), role: Role, gender: z.enum(genders).nullable() })),
});
export type Staff = z.infer<typeof Staff>;
