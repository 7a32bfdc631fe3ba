import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { safePath } from "#features/auth/ui/safe-path.ts";
import { SignInPage } from "#features/auth/ui/sign-in-page.tsx";
import { pickMessages } from "#i18n/compiled.ts";
import { asLocale, default_locale } from "#i18n/direction.ts";
import { currentUser } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[]; why?: string | string[] }> };

export default async function LoginPage({ searchParams }: Props) {
  const { next, why } = await searchParams;
  const target = safePath(next);
  // A database that is away must not hide the form: signing in says so itself.
  const me = await currentUser().catch(() => null);
  if (me) redirect(target);
  const messages = pickMessages(asLocale(await getLocale()) ?? default_locale, ["login", "ui"]);
  return (
    <NextIntlClientProvider messages={messages}>
      <SignInPage next={target} why={why === "ended" || why === "out" ? why : null} />
    </NextIntlClientProvider>
  );
}
