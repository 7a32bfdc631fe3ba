import { decimalToMinor } from "#lib/money.ts";
import { invalid } from "../errors.ts";

/** A price field in minor units of its currency; null stays null. Throws Invalid(field) when it has too many decimals. */
export function toMinorOf(field: string, text: string | null | undefined, currency: string): number | null {
  if (text === null || text === undefined) return null;
  const minor = decimalToMinor(text, currency);
  if (minor === null) throw invalid(field, "invalid_amount", `Not an amount in ${currency}.`);
  return Number(minor);
}
