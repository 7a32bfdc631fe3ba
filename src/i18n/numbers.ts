import type { Locale } from "./direction.ts";

export type Digits = "latn" | "arab";

const currency_words: Record<Locale, Record<string, string>> = {
  ar: { SAR: "ر.س", AED: "د.إ", EGP: "ج.م", KWD: "د.ك", QAR: "ر.ق", BHD: "د.ب", OMR: "ر.ع", USD: "دولار" },
  en: {},
};
const three_decimals = new Set(["KWD", "BHD", "OMR"]);
const minus = "\u2212";

/** Groups and decimals with pinned digits; `fraction` is the most decimals shown, none are padded. */
export function numberFormatter(digits: Digits, fraction: number, padded = false): Intl.NumberFormat {
  return new Intl.NumberFormat(digits === "arab" ? "ar-u-nu-arab" : "en-u-nu-latn", {
    maximumFractionDigits: fraction,
    minimumFractionDigits: padded ? fraction : 0,
  });
}

/** `amount` is a decimal string as the API sends it; it is never turned into a float.
 *  "1,690,000 ر.س" in Arabic, "SAR 1,690,000" in English; decimals only where there are any. */
export function formatMoney(amount: string, currency: string, locale: Locale, digits: Digits): string {
  const whole = !/\.\d*[1-9]/.test(amount);
  const fraction = three_decimals.has(currency) ? 3 : 2;
  const negative = amount.startsWith("-");
  const plain = (negative ? amount.slice(1) : amount) as Intl.StringNumericLiteral;
  const figure = `${negative ? minus : ""}${numberFormatter(digits, whole ? 0 : fraction, !whole).format(plain)}`;
  return locale === "ar" ? `${figure} ${currency_words.ar[currency] ?? currency}` : `${currency} ${figure}`;
}

/** What a machine's work costs, in millionths of a US dollar: "0.00017 دولار", "0.00017 USD". A talk costs parts of a cent, of which
 *  two places would say nothing. */
export function formatUsd(micros: number, locale: Locale, digits: Digits): string {
  const figure = numberFormatter(digits, micros < 10_000 ? 5 : 3).format(micros / 1_000_000);
  return `${figure} ${currency_words[locale].USD ?? "USD"}`;
}

/** How long a machine took, from milliseconds: "0.02 ث", "1.3 s". */
export function formatSeconds(ms: number, locale: Locale, digits: Digits): string {
  return `${numberFormatter(digits, ms < 1000 ? 2 : 1).format(ms / 1000)} ${locale === "ar" ? "ث" : "s"}`;
}

/** `share` is 0 to 1. "6.2%", "٦٫٢٪". */
export function formatPercent(share: number, digits: Digits, fraction = 0): string {
  return `${numberFormatter(digits, fraction).format(share * 100)}${digits === "arab" ? "٪" : "%"}`;
}

/** A change with its sign: "+5", "−0.3"; zero carries none. */
export function formatSigned(value: number, digits: Digits, fraction = 0): string {
  const shown = numberFormatter(digits, fraction).format(Math.abs(value));
  if (Number(Math.abs(value).toFixed(fraction)) === 0) return shown;
  return `${value > 0 ? "+" : minus}${shown}`;
}

/** Latin digits of a text turned into the chosen set. */
export function inDigits(text: string, digits: Digits): string {
  if (digits === "latn") return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}

/** Digits of the country code by its first ones; every other code has three. */
const one_digit = /^[17]/;
const two_digits = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
const groups: Record<string, readonly number[]> = { "20": [3, 3, 4], "1": [3, 3, 4], "44": [4, 6], "91": [5, 5] };

/** An E.164 number with its groups apart: "+966 50 000 4187". Always Latin digits; print it inside `<Ltr>`. */
export function formatPhone(e164: string): string {
  const digits = e164.replace(/^\+/, "");
  const size = one_digit.test(digits) ? 1 : two_digits.test(digits) ? 2 : 3;
  const code = digits.slice(0, size);
  let rest = digits.slice(size);
  const parts: string[] = [];
  for (const length of groups[code] ?? [2, 3, 4]) {
    if (rest.length === 0) break;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return `+${code} ${parts.join(" ")}${rest}`;
}
