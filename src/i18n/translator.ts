import { createTranslator } from "next-intl";
import type { Locale } from "./direction.ts";
import { messagesOf, type Namespace } from "./messages.ts";
import type { Digits } from "./numbers.ts";

/** The words of a namespace outside of a page: for mails and for what the system writes into records. */
export function translatorOf<Name extends Namespace>(
  { locale, digits }: { locale: Locale; digits: Digits },
  namespace: Name,
) {
  return createTranslator({ locale: `${locale}-u-nu-${digits}`, messages: messagesOf(locale), namespace });
}
