"use client";
import { locale_cookie, type Theme, theme_cookie } from "./cookies.ts";
import type { Locale } from "./direction.ts";

const year_seconds = 365 * 24 * 3600;

function write(name: string, value: string): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // Not cookieStore: it is missing on plain http outside localhost, where a first trial on a machine in the office runs.
  Reflect.set(document, "cookie", `${name}=${value}; path=/; max-age=${year_seconds}; samesite=lax${secure}`);
}

/** Remembered for this browser; the next page comes from the server in that language. */
export function rememberLocale(locale: Locale): void {
  write(locale_cookie, locale);
}

/** Remembered, and put on the page at once. `system` takes the mark away, so that the stylesheet follows the device. */
export function rememberTheme(theme: Theme): void {
  write(theme_cookie, theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
