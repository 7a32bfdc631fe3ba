import type { Locale } from "./direction.ts";
import ar from "./messages/ar.json" with { type: "json" };
import en from "./messages/en.json" with { type: "json" };

export type Messages = typeof ar;

const catalogues: Record<Locale, Messages> = { ar, en };

export function messagesOf(locale: Locale): Messages {
  return catalogues[locale];
}
