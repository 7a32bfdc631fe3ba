import type { Locale } from "./direction.ts";
import { ar } from "./messages/ar.ts";
import { en } from "./messages/en.ts";

export type Messages = typeof ar;
export type Namespace = keyof Messages;

const catalogues: Record<Locale, Messages> = { ar, en };

/** The words as they are written, in ICU. What a browser is sent is compiled first: `compiled.ts`. */
export function messagesOf(locale: Locale): Messages {
  return catalogues[locale];
}
