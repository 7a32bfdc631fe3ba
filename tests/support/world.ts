import { v7 as uuidv7 } from "uuid";
import type { AgentServices } from "#agents/ports.ts";
import { roles } from "#drizzle/values.ts";
import type { Role } from "#features/auth/schema.ts";
import { type Context, createContext } from "#server/context.ts";
import { hashPassword } from "#server/passwords.ts";
import { type Caller, createCaller } from "#server/root.ts";
import { openServices } from "#server/services.ts";
import type { Claims } from "#server/tenant.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const password = "correct horse battery";

export interface Company {
  readonly company_id: string;
  readonly slug: string;
  readonly timezone: string;
  /** One active member of staff of each role. */
  readonly users: Record<Role, { id: string; username: string; token: string }>;
  /** Typed calls through the real ladder, pool and database role; `extra` changes what the request says of itself. */
  caller(role?: Role, extra?: Partial<Pick<Context, "idempotency_key" | "request_id">>): Caller;
  claims(role?: Role): Claims;
}

export interface World {
  readonly a: Company;
  readonly b: Company;
  readonly services: ReturnType<typeof openServices>;
  /** A request's context for a token (null: nobody is signed in). */
  context(token: string | null, extra?: Partial<Pick<Context, "idempotency_key" | "request_id">>): Context;
  close(): Promise<void>;
}

/** Two companies, one in Riyadh and one in Dubai, with one user of each role in each, and this process's own services on the
 *  database as portal_app. Everything else a suite makes for itself. */
export async function createWorld(
  database: Pick<TestDatabase, "superuser" | "appUrl">,
  options: { poolSize?: number; agents?: AgentServices } = {},
): Promise<World> {
  const services = openServices({ databaseUrl: database.appUrl, ...options });
  const password_hash = await hashPassword(password);
  const context: World["context"] = (token, extra = {}) =>
    createContext(services, {
      request_id: uuidv7(),
      address: "127.0.0.1",
      user_agent: "tests",
      token,
      idempotency_key: null,
      is_secure: false,
      setCookie: () => {},
      ...extra,
    });

  const found = async (
    slug: string,
    place: { country: string; city: string; timezone: string; currency: string; week_start: number; weekend: number[] },
  ): Promise<Company> => {
    const { superuser } = database;
    const company_id = uuidv7();
    const { country, city, timezone, currency, week_start, weekend } = place;
    await superuser`insert into companies (company_id, slug, name, name_en, country, city, timezone, currency, week_start, weekend)
      values (${company_id}, ${slug}, ${`شركة ${slug}`}, ${slug}, ${country}, ${city}, ${timezone}, ${currency}, ${week_start}, ${weekend})`;
    const users = {} as Company["users"];
    for (const role of roles) {
      const [id, username] = [uuidv7(), `${slug}.${role}`];
      await superuser`insert into users (company_id, id, username, name, role, gender, password_hash)
        values (${company_id}, ${id}, ${username}, ${`${role} of ${slug}`}, ${role}, 'female', ${password_hash})`;
      await superuser`insert into directory (username, company_id, user_id) values (${username}, ${company_id}, ${id})`;
      users[role] = { id, username, token: await services.sessions.open(company_id, id, "tests") };
    }
    return {
      company_id,
      slug,
      timezone,
      users,
      caller: (role = "admin", extra) => createCaller(context(users[role].token, extra)),
      claims: (role = "admin") => ({
        company_id,
        user_id: users[role].id,
        role,
        request_id: uuidv7(),
        company: { country, timezone, currency },
      }),
    };
  };

  const a = await found("alpha", {
    country: "SA",
    city: "الرياض",
    timezone: "Asia/Riyadh",
    currency: "SAR",
    week_start: 7,
    weekend: [5, 6],
  });
  const b = await found("beta", {
    country: "AE",
    city: "دبي",
    timezone: "Asia/Dubai",
    currency: "AED",
    week_start: 1,
    weekend: [6, 7],
  });
  return { a, b, services, context, close: () => services.stop() };
}
