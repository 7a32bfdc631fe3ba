import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { compiledMessages } from "./compiled.ts";
import { locale_cookie } from "./cookies.ts";
import { asLocale, default_locale } from "./direction.ts";

/** The language of a request: the cookie, written from the person's setting at sign-in and by the switch; else Arabic. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = asLocale(jar.get(locale_cookie)?.value) ?? default_locale;
  return { locale, messages: compiledMessages(locale), timeZone: "UTC" };
});
