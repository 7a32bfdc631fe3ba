import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { asLocale, default_locale } from "#i18n/direction.ts";
import { createFormat, type Format } from "#i18n/format.ts";
import type { Me } from "#trpc/me.tsx";

/** The address that was asked for, to come back to after signing in. */
export function addressOf(path: string, asked: SearchParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The formatter that the page's client parts will use for this person. */
export async function formatFor(me: Me): Promise<Format> {
  const locale = asLocale(await getLocale()) ?? default_locale;
  return createFormat({ locale, digits: me.digits ?? me.company.digits, time_zone: me.company.timezone });
}

/** The record a page is about. One that is not there, another company's and a malformed id are the 404 page. */
export async function orNotFound<T>(record: Promise<T>): Promise<T> {
  try {
    return await record;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
    throw error;
  }
}
