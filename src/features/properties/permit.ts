import { type SQL, sql } from "drizzle-orm";
import { properties } from "#drizzle/schema/properties.ts";
import { addDays } from "#lib/time.ts";
import { type PermitState, permit_warning_days } from "./schema.ts";

interface Permit {
  permit_number: string | null;
  permit_expires_on: string | null;
}

/** How a permit stands on a day ("2026-11-22") of the company's zone. */
export function permitOn(
  today: string,
  { permit_number, permit_expires_on }: Permit,
): { permit_state: PermitState; permit_days_left: number | null } {
  if (permit_number === null || permit_expires_on === null) return { permit_state: "missing", permit_days_left: null };
  const permit_days_left = Math.round((Date.parse(permit_expires_on) - Date.parse(today)) / 86_400_000);
  const permit_state =
    permit_days_left < 0 ? "expired" : permit_days_left <= permit_warning_days ? "expiring" : "valid";
  return { permit_state, permit_days_left };
}

/** The same as a column of `properties`. */
export const permitState = (today: string): SQL<PermitState> => sql<PermitState>`case
  when ${properties.permit_number} is null or ${properties.permit_expires_on} is null then 'missing'
  when ${properties.permit_expires_on} < ${today}::date then 'expired'
  when ${properties.permit_expires_on} <= ${addDays(today, permit_warning_days)}::date then 'expiring'
  else 'valid' end`;
