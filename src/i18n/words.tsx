import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "./compiled.ts";
import { asLocale, default_locale } from "./direction.ts";
import type { Namespace } from "./messages.ts";
import { MoreWords } from "./more-words.tsx";

/** Gives the browser part inside it the words of these namespaces, beside those it has already. A page is sent its own
 *  words and no other page's. */
export async function Words({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const locale = asLocale(await getLocale()) ?? default_locale;
  return <MoreWords messages={pickMessages(locale, of)}>{children}</MoreWords>;
}
