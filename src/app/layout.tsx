import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "#i18n/compiled.ts";
import { asTheme, theme_cookie } from "#i18n/cookies.ts";
import { asLocale, default_locale, directionOf } from "#i18n/direction.ts";
import { FontPreload } from "#ui/font-preload.tsx";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("meta");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("description"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f2ed" },
    { media: "(prefers-color-scheme: dark)", color: "#0a1113" },
  ],
};

/** Language, direction and theme are printed by the server, so nothing turns around or flashes in the browser. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = asLocale(await getLocale()) ?? default_locale;
  const { lang, dir } = directionOf(locale);
  const theme = asTheme((await cookies()).get(theme_cookie)?.value);
  return (
    <html lang={lang} dir={dir} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <FontPreload />
      </head>
      <body>
        <NextIntlClientProvider
          locale={locale}
          messages={pickMessages(locale, ["ui", "meta", "not_found", "crash"])}
          timeZone="UTC"
        >
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
