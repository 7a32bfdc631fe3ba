import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { latinDigits } from "./digits.ts";

const invisibles = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A phone number as people type it, to E.164 ("+966501234567"), or null when it is no valid number.
 *  Takes any digit set, spaces and dashes, bidi marks, 00 or + before the country code, or the country code bare.
 *  @param country ISO 3166 alpha-2 of the company: a number without country code is read as a local one. */
export function parsePhone(input: string, country: string): string | null {
  const typed = latinDigits(input.normalize("NFKC").replace(invisibles, "")).trim();
  // In a right-to-left field the plus is often typed, or pasted, at the other end.
  const marked = typed.replace(/^([^+]+)\+$/, "+$1").replace(/^\(?00/, "+");
  const home = isSupportedCountry(country) ? country : undefined;
  return validNumber(marked, home) ?? validNumber(`+${marked.replace(/^\(?\+?/, "")}`);
}

/** "+966501234567" as "+966 50 123 4567". Text that is no E.164 number comes back as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

function validNumber(text: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text, { extract: false, ...(country && { defaultCountry: country }) });
  return number?.isValid() && number.ext === undefined ? number.number : null;
}
