import * as z from "zod";
import { digit_sets, genders, locales, roles, themes } from "#drizzle/values.ts";
import { line } from "#lib/fields.ts";

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The limits are the database's own; a password has a ceiling because hashing a megabyte is work for an attacker's sake. */
export const SignIn = z.strictObject({
  username: line(64),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** The signed-in person as the pages need him: his own choices, and his company's where he made none. */
export const Me = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  gender: z.enum(genders).nullable(),
  locale: z.enum(locales).nullable(),
  theme: z.enum(themes),
  digits: z.enum(digit_sets).nullable(),
  /** Hijri dates as a second line where a day matters. */
  hijri: z.boolean(),
  /** Whether single keys act. */
  shortcuts: z.boolean(),
  company_id: z.uuid(),
  company_name: z.string(),
  company: z.object({
    name: z.string(),
    name_en: z.string(),
    country: z.string(),
    city: z.string(),
    timezone: z.string(),
    currency: z.string(),
    locale: z.enum(locales),
    digits: z.enum(digit_sets),
    /** ISO weekdays, 1 Monday … 7 Sunday. */
    week_start: z.int(),
    weekend: z.array(z.int()),
  }),
});
export type Me = z.infer<typeof Me>;

/** What `POST /api/auth/login` answers; the token is the session itself: opaque, and ended by logout. */
export const SignedIn = z.object({
  token: z.string(),
  user: z.object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    company_id: z.uuid(),
    company_name: z.string(),
    role: Role,
  }),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** A person's own choices; what is left out stays. Null gives the choice back to the company. */
export const UpdateMe = z.strictObject({
  locale: z.enum(locales).nullable().optional(),
  theme: z.enum(themes).optional(),
  digits: z.enum(digit_sets).nullable().optional(),
  hijri: z.boolean().optional(),
  shortcuts: z.boolean().optional(),
});
export type UpdateMe = z.infer<typeof UpdateMe>;
