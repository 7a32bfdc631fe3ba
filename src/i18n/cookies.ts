/** What the server reads to print a page right from its first byte. Not secret, not tied to a session. */
export const locale_cookie = "locale";
export const theme_cookie = "theme";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The default follows the system; anything unknown counts as it. */
export function asTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
