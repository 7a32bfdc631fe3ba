import { randomUUID } from "node:crypto";
import { NotFound } from "../errors.ts";
import { callDoor } from "./doors.ts";
import type { Pool } from "./pool.ts";
import type { Claims } from "./tenant.ts";

/** A company that a webhook, a tool or a job named: what its transactions have to know before they enter it. */
export interface CompanyFacts {
  company_id: string;
  country: string;
  timezone: string;
  currency: string;
}

/** In whose name machines act. */
export function machineClaims(
  facts: CompanyFacts,
  role: Extract<Claims["role"], "voice_agent" | "chat_agent" | "system">,
): Claims {
  const { company_id, country, timezone, currency } = facts;
  return { company_id, user_id: null, role, request_id: randomUUID(), company: { country, timezone, currency } };
}

/** The system's claims in a company. Throws NotFound. Source: sql/doors/hooks.sql, app.company_facts. */
export async function systemClaims(pool: Pool, company_id: string): Promise<Claims> {
  const [facts] = await callDoor<CompanyFacts>(
    pool,
    "select company_id, country, timezone, currency from app.company_facts($1)",
    [company_id],
  );
  if (!facts) throw new NotFound("company");
  return machineClaims(facts, "system");
}
