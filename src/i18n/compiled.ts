import compile from "icu-minify/compile";
import type { Locale } from "./direction.ts";
import { type Messages, messagesOf, type Namespace } from "./messages.ts";

const compiled = new Map<Locale, Messages>();

/** The words, parsed once by the server: neither it nor a browser carries the ICU parser while it answers (next.config.ts). */
export function compiledMessages(locale: Locale): Messages {
  const known = compiled.get(locale);
  if (known) return known;
  const parsed: unknown = JSON.parse(JSON.stringify(messagesOf(locale)), (_, value) =>
    typeof value === "string" ? compile(value) : value,
  );
  // Once more through JSON: the compiler answers objects without a prototype, which no page may send.
  const made: Messages = JSON.parse(JSON.stringify(parsed));
  compiled.set(locale, made);
  return made;
}

/** Some namespaces of them: what one page's browser part is sent. */
export function pickMessages(locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> {
  const all = compiledMessages(locale);
  return Object.fromEntries(namespaces.map((name) => [name, all[name]]));
}
