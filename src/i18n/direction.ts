export const locales = ["ar", "en"] as const;
export type Locale = (typeof locales)[number];
export type Direction = "rtl" | "ltr";

export const default_locale: Locale = "ar";

/** What `<html>` carries for a language. The only place where a direction is decided. */
export function directionOf(locale: Locale): { lang: Locale; dir: Direction } {
  return { lang: locale, dir: locale === "ar" ? "rtl" : "ltr" };
}

/** A language the portal speaks, or null for anything else (cookies and settings come from outside). */
export function asLocale(value: unknown): Locale | null {
  return locales.find((locale) => locale === value) ?? null;
}
