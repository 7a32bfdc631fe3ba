import { NextIntlClientProvider } from "next-intl";
import { compiledMessages } from "#i18n/compiled.ts";
import { directionOf, locales } from "#i18n/direction.ts";
import { FormatProvider } from "#i18n/format-context.tsx";
import { UiProviders } from "#ui/providers.tsx";
import { Gallery } from "./gallery.tsx";

/** Every part of the design system, in both directions side by side. Only `npm run dev` serves it (next.config.ts). */
export default function DesignPage() {
  return (
    <main className="grid gap-6 p-4 lg:grid-cols-2 lg:p-8">
      {locales.map((locale) => (
        <NextIntlClientProvider
          key={locale}
          locale={`${locale}-u-nu-latn`}
          messages={compiledMessages(locale)}
          timeZone="Asia/Riyadh"
        >
          <FormatProvider locale={locale} digits="latn" time_zone="Asia/Riyadh">
            <UiProviders dir={directionOf(locale).dir} now={new Date().toISOString()}>
              <div {...directionOf(locale)} className="min-w-0">
                <Gallery />
              </div>
            </UiProviders>
          </FormatProvider>
        </NextIntlClientProvider>
      ))}
    </main>
  );
}
