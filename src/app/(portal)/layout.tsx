import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Shell } from "#features/shell/ui/shell.tsx";
import { pickMessages } from "#i18n/compiled.ts";
import { asLocale, default_locale, directionOf } from "#i18n/direction.ts";
import { createFormat } from "#i18n/format.ts";
import { FormatProvider } from "#i18n/format-context.tsx";
import type { Namespace } from "#i18n/messages.ts";
import { LiveProvider } from "#trpc/live-provider.tsx";
import { roleMay } from "#trpc/may.ts";
import { MeProvider } from "#trpc/me.tsx";
import { ApiProvider } from "#trpc/provider.tsx";
import { currentUser, serverApi } from "#trpc/server.ts";
import { UiProviders } from "#ui/providers.tsx";

/** Words of the parts that stand on every page; a page adds its own with `<Words>`. */
const everywhere: readonly Namespace[] = [
  "acts",
  "crash",
  "forbidden",
  "forms",
  "lists",
  "live",
  "meta",
  "nav",
  "not_found",
  "notifications",
  "roles",
  "shell",
  "time",
  "ui",
  "words",
];

/** What every signed-in page stands in. Without a session the page itself sends the visitor to sign in: it knows its address. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const me = await currentUser();
  if (!me) return children;
  const locale = asLocale(await getLocale()) ?? default_locale;
  const digits = me.digits ?? me.company.digits;
  const time_zone = me.company.timezone;
  const { trpc, HydrateClient } = await serverApi();
  const today = createFormat({ locale, digits, time_zone }).startOfDay(Date.now());
  const [feed] = await Promise.all([
    trpc.live.position().catch(() => null),
    trpc.notifications.unread.prefetch({}),
    roleMay(me.role, "bookings.read") ? trpc.bookings.counts.prefetch({ from: new Date(today).toISOString() }) : null,
    roleMay(me.role, "tickets.read") ? trpc.tickets.counts.prefetch({}) : null,
  ]);
  return (
    <NextIntlClientProvider
      locale={`${locale}-u-nu-${digits}`}
      messages={pickMessages(locale, everywhere)}
      timeZone={time_zone}
    >
      <FormatProvider locale={locale} digits={digits} time_zone={time_zone}>
        <NuqsAdapter>
          <ApiProvider>
            <MeProvider me={me}>
              <HydrateClient>
                <LiveProvider since={feed?.position ?? null}>
                  <UiProviders dir={directionOf(locale).dir} now={new Date().toISOString()}>
                    <Shell>{children}</Shell>
                  </UiProviders>
                </LiveProvider>
              </HydrateClient>
            </MeProvider>
          </ApiProvider>
        </NuqsAdapter>
      </FormatProvider>
    </NextIntlClientProvider>
  );
}
