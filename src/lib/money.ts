import { latinDigits } from "./digits.ts";

const exponents = { SAR: 2, AED: 2, EGP: 2, QAR: 2, KWD: 3, BHD: 3, OMR: 3, JOD: 3, USD: 2, EUR: 2, GBP: 2 } as const;

/** ISO 4217 codes the portal keeps amounts in. */
export type Currency = keyof typeof exponents;

/** Every `Currency`, for schemas and selects. */
export const currencies = Object.keys(exponents).filter(isCurrency);

/** Largest amount a bigint column holds. */
const maxMinor = 2n ** 63n - 1n;

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(exponents, code);
}

/** Decimals of a currency: 2 for SAR, 3 for KWD. Throws RangeError for a code outside `Currency`. */
export function currencyExponent(code: string): number {
  if (!isCurrency(code)) throw new RangeError(`Unknown currency: ${code}`);
  return exponents[code];
}

/** Minor units (169000050 halalas) as the API's decimal string ("1690000.50"), always with the currency's decimals.
 *  Throws RangeError for an unknown currency, SyntaxError or RangeError when `minor` is no whole number. */
export function minorToDecimal(minor: bigint | number | string, currency: string): string {
  const exponent = currencyExponent(currency);
  const value = BigInt(minor);
  const digits = (value < 0n ? -value : value).toString().padStart(exponent + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** A typed amount ("1,690,000.5", "١٬٦٩٠٬٠٠٠٫٥") in minor units.
 *  Null when it is negative, no number, wrongly grouped, has more decimals than the currency, or outgrows a bigint column. */
export function decimalToMinor(text: string, currency: string): bigint | null {
  const exponent = currencyExponent(currency);
  const typed = latinDigits(text.trim()).replaceAll("٬", ",").replaceAll("٫", ".");
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(typed);
  const [whole, fraction = ""] = [parts?.[1], parts?.[2]];
  if (whole === undefined || fraction.length > exponent) return null;
  const minor = BigInt(whole.replaceAll(",", "") + fraction.padEnd(exponent, "0"));
  return minor <= maxMinor ? minor : null;
}
