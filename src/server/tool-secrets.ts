import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { callDoor } from "./doors.ts";
import type { Pool } from "./pool.ts";
import type { CompanyFacts } from "./system-claims.ts";

/** "vpt_", 8 characters that people may see, 32 hex digits of the company, then 256 random bits. */
const secretShape =
  /^(vpt_[0-9a-z]{8})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;
const simulatedShape = /^sim_([0-9a-f]{32})_([0-9a-f]{64})$/;

/** A new secret for a company's agent tools: the secret itself, to be shown once, and what is stored of it. */
export function makeToolSecret(company_id: string) {
  const prefix = `vpt_${randomBytes(5).readUIntBE(0, 5).toString(36).padStart(8, "0").slice(-8)}`;
  const secret = `${prefix}_${company_id.replaceAll("-", "")}_${randomBytes(32).toString("base64url")}`;
  return { secret, prefix, secret_hash: hashOf(secret) };
}

/** Whose agent's tools carry this secret; null when it is malformed or was replaced. `simulator_secrets` are given only while
 *  the simulator runs in this process: its tools carry `sim_<hook>_<hmac>` instead. Source: sql/doors/hooks.sql. */
export async function findToolSecret(
  pool: Pool,
  secret: string,
  simulator_secrets: readonly string[] = [],
): Promise<CompanyFacts | null> {
  const [, hook_id, mac] = simulatedShape.exec(secret) ?? [];
  if (hook_id !== undefined && mac !== undefined) {
    const given = Buffer.from(mac, "hex");
    const fits = simulator_secrets.some((key) => timingSafeEqual(simulatedMac(key, hook_id), given));
    return fits ? findHook(pool, hook_id) : null;
  }
  if (!secretShape.test(secret)) return null;
  const company = secret.replace(secretShape, "$2-$3-$4-$5-$6");
  const [found] = await callDoor<CompanyFacts>(
    pool,
    "select company_id, country, timezone, currency from app.find_tool_secret($1, $2)",
    [company, hashOf(secret)],
  );
  return found ?? null;
}

/** Whose webhook this is; null when nobody's. Source: sql/doors/hooks.sql. */
export async function findHook(pool: Pool, hook_id: string): Promise<CompanyFacts | null> {
  if (!/^[0-9a-f]{32}$/.test(hook_id)) return null;
  const [found] = await callDoor<CompanyFacts>(
    pool,
    "select company_id, country, timezone, currency from app.find_hook($1)",
    [hook_id],
  );
  return found ?? null;
}

const simulatedMac = (key: string, hook_id: string) => createHmac("sha256", key).update(`tools.${hook_id}`).digest();
const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
