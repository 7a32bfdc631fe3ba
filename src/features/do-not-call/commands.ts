import { and, eq } from "drizzle-orm";
import { do_not_call } from "#drizzle/schema/campaigns.ts";
import { parsePhone } from "#lib/phone.ts";
import type { Tx } from "#server/tenant.ts";
import { invalid } from "../../errors.ts";
import { getBarred } from "./queries.ts";
import type { BarNumber, BarredNumber, UnbarNumber } from "./schema.ts";

/** Lists a number that no campaign may call again. One that is listed already stays as it was written first.
 *  Throws Invalid("phone"). */
export async function barNumber(tx: Tx, { phone, reason }: BarNumber): Promise<BarredNumber> {
  const number = requirePhone(tx, phone);
  await list(tx, number, reason ?? null);
  return getBarred(tx, number);
}

/** Takes a number off the list; answers it as it stood there. Throws Invalid("phone") and NotFound. */
export async function unbarNumber(tx: Tx, { phone }: UnbarNumber): Promise<BarredNumber> {
  const number = requirePhone(tx, phone);
  const barred = await getBarred(tx, number);
  await tx.delete(do_not_call).where(and(eq(do_not_call.company_id, tx.company_id), eq(do_not_call.phone, number)));
  return barred;
}

/** Lists the number of somebody who said that he wants no more calls; what a conversation's end calls. `reason` is a code,
 *  "asked". A text that is no number is left. Answers whether the number is on the list now. */
export async function refuseCalls(tx: Tx, phone: string, reason: string): Promise<boolean> {
  const number = parsePhone(phone, tx.company.country);
  if (number === null) return false;
  await list(tx, number, reason);
  return true;
}

async function list(tx: Tx, phone: string, reason: string | null): Promise<void> {
  await tx
    .insert(do_not_call)
    .values({ company_id: tx.company_id, phone, reason, created_by: tx.user_id })
    .onConflictDoNothing({ target: [do_not_call.company_id, do_not_call.phone] });
}

function requirePhone(tx: Tx, typed: string): string {
  const phone = parsePhone(typed, tx.company.country);
  if (phone === null) throw invalid("phone", "invalid_phone", "Not a phone number.");
  return phone;
}
