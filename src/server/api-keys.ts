import { createHash, randomBytes } from "node:crypto";
import { callDoor } from "./doors.ts";
import type { Pool } from "./pool.ts";
import { type CompanyColumns, companyOf, type Identity } from "./sessions.ts";

/** "vpk_", 8 characters that people may see, 32 hex digits of the company, then 256 random bits. */
const keyShape =
  /^(vpk_[0-9a-z]{8})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

interface FoundKey extends CompanyColumns {
  id: string;
  prefix: string;
  name: string;
  role: Identity["role"];
}

export const looksLikeApiKey = (token: string) => token.startsWith("vpk_");

/** A new key for a company: the key itself, to be shown once, and what is stored of it. */
export function makeApiKey(company_id: string) {
  const prefix = `vpk_${randomBytes(5).readUIntBE(0, 5).toString(36).padStart(8, "0").slice(-8)}`;
  const key = `${prefix}_${company_id.replaceAll("-", "")}_${randomBytes(32).toString("base64url")}`;
  return { key, prefix, secret_hash: hashOf(key) };
}

/** Whom a key acts for; null when it is malformed, revoked or has run out. No person: it has no language, theme or inbox of
 *  its own, and what it changes stands in the trail under its prefix. Source: sql/doors/api_keys.sql. */
export async function findApiKey(pool: Pool, key: string): Promise<Identity | null> {
  if (!keyShape.test(key)) return null;
  const company = key.replace(keyShape, "$2-$3-$4-$5-$6");
  const [row] = await callDoor<FoundKey>(pool, "select * from app.find_api_key($1, $2)", [company, hashOf(key)]);
  if (!row) return null;
  return {
    id: row.id,
    username: row.prefix,
    name: row.name,
    email: null,
    role: row.role,
    gender: null,
    locale: null,
    theme: "system",
    digits: null,
    hijri: false,
    shortcuts: true,
    ...companyOf(row),
    session_handle: null,
    api_key: { id: row.id, prefix: row.prefix },
  };
}

const hashOf = (key: string) => createHash("sha256").update(key).digest("hex");
