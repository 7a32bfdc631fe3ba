import { createHash, randomBytes } from "node:crypto";
import { type Adapter, Cookie, Lucia, TimeSpan } from "lucia";
import type { Me } from "#features/auth/schema.ts";
import { callDoor } from "./doors.ts";
import type { Pool } from "./pool.ts";

// lucia is asked for and no longer developed: it lives in this file alone. It decides when a session ends and is renewed;
// our adapter decides what is stored, which is only the SHA-256 of the token.

/** Who asks: a person in one of his sessions, or a tool with its key. */
export interface Identity extends Me {
  /** What the session is called by, since its id is a secret; null for a tool. */
  session_handle: string | null;
  api_key: { id: string; prefix: string } | null;
}

interface FoundSession
  extends CompanyColumns,
    Pick<
      Me,
      "username" | "name" | "email" | "role" | "gender" | "locale" | "theme" | "digits" | "hijri" | "shortcuts"
    > {
  user_id: string;
  handle: string;
  expires_at: string;
}

/** The company as the doors answer it beside whoever was found. */
export interface CompanyColumns {
  company_id: string;
  company_name: string;
  company_name_en: string;
  country: string;
  city: string;
  timezone: string;
  currency: string;
  company_locale: Me["company"]["locale"];
  company_digits: Me["company"]["digits"];
  week_start: number;
  weekend: number[];
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, { me: Identity }>;
    DatabaseSessionAttributes: { user_agent: string | null };
    DatabaseUserAttributes: { me: Identity };
  }
}

/** 32 hex digits of the company, then 256 random bits. The company makes the look-up a look-up by key. */
const tokenShape = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/;

export const cookieName = "portal_session";

export interface SessionStore {
  /** Opens a session and answers its token, which is stored nowhere. */
  open(company_id: string, user_id: string, user_agent: string | null): Promise<string>;
  /** Whose token this is, as he is now; null when it is malformed, ended, expired or his account is off. */
  find(token: string): Promise<Identity | null>;
  close(token: string): Promise<void>;
  /** The Set-Cookie value for a token, or the one that removes it. */
  cookie(token: string | null, secure: boolean): string;
}

export function createSessionStore(pool: Pool): SessionStore {
  const lucia = new Lucia(adapter(pool), {
    sessionExpiresIn: new TimeSpan(14, "d"),
    // The cookie outlives the session, whose end the database decides: prolonging one then needs no new cookie.
    sessionCookie: { name: cookieName, expires: false, attributes: { sameSite: "lax", path: "/" } },
    getUserAttributes: ({ me }) => ({ me }),
  });
  return {
    async open(company_id, user_id, user_agent) {
      const token = `${company_id.replaceAll("-", "")}.${randomBytes(32).toString("base64url")}`;
      await lucia.createSession(user_id, { user_agent }, { sessionId: token });
      return token;
    },
    async find(token) {
      if (!tokenShape.test(token)) return null;
      const { session, user } = await lucia.validateSession(token);
      return session ? user.me : null;
    },
    async close(token) {
      if (tokenShape.test(token)) await lucia.invalidateSession(token);
    },
    cookie(token, secure) {
      const { name, value, attributes } =
        token === null ? lucia.createBlankSessionCookie() : lucia.createSessionCookie(token);
      return new Cookie(name, value, { ...attributes, secure }).serialize();
    },
  };
}

function adapter(pool: Pool): Adapter {
  return {
    async getSessionAndUser(token) {
      const [row] = await callDoor<FoundSession>(pool, "select * from app.find_session($1, $2)", keyOf(token));
      if (!row) return [null, null];
      const me = asMe(row);
      // lucia gives this id back for renewal and logout: it must be the token it asked for, not the stored hash.
      return [
        { id: token, userId: me.id, expiresAt: new Date(row.expires_at), attributes: { user_agent: null } },
        { id: me.id, attributes: { me } },
      ];
    },
    async setSession({ id: token, userId, expiresAt, attributes }) {
      const [company, hash] = keyOf(token);
      await callDoor(pool, "select app.open_session($1, $2, $3, $4, $5)", [
        company,
        hash,
        userId,
        expiresAt.toISOString(),
        attributes.user_agent,
      ]);
    },
    async updateSessionExpiration(token, expiresAt) {
      await callDoor(pool, "select app.renew_session($1, $2, $3)", [...keyOf(token), expiresAt.toISOString()]);
    },
    async deleteSession(token) {
      await callDoor(pool, "select app.close_session($1, $2)", keyOf(token));
    },
    async deleteExpiredSessions() {
      await callDoor(pool, "select app.close_expired_sessions()", []);
    },
    // A user's sessions are ended inside his company's transaction (features/users), where they can be ended with what caused it.
    getUserSessions: () => Promise.reject(new Error("A user's sessions are read inside his company.")),
    deleteUserSessions: () => Promise.reject(new Error("A user's sessions are ended inside his company.")),
  };
}

function keyOf(token: string): [company_id: string, hash: string] {
  const company = token.replace(tokenShape, "$1-$2-$3-$4-$5");
  return [company, createHash("sha256").update(token).digest("hex")];
}

function asMe(row: FoundSession): Identity {
  return {
    id: row.user_id,
    username: row.username,
    name: row.name,
    email: row.email,
    role: row.role,
    gender: row.gender,
    locale: row.locale,
    theme: row.theme,
    digits: row.digits,
    hijri: row.hijri,
    shortcuts: row.shortcuts,
    ...companyOf(row),
    session_handle: row.handle,
    api_key: null,
  };
}

/** The company's part of whoever asks, from a door's columns. */
export function companyOf(row: CompanyColumns): Pick<Me, "company_id" | "company_name" | "company"> {
  return {
    company_id: row.company_id,
    company_name: row.company_name,
    company: {
      name: row.company_name,
      name_en: row.company_name_en,
      country: row.country,
      city: row.city,
      timezone: row.timezone,
      currency: row.currency,
      locale: row.company_locale,
      digits: row.company_digits,
      week_start: row.week_start,
      weekend: row.weekend,
    },
  };
}
