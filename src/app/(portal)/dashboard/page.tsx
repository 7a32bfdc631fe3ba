import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { waitingInput } from "#features/bookings/ui/list-input.ts";
import { WaitingBlock } from "#features/bookings/ui/waiting-block.tsx";
import { DashboardScreen } from "#features/dashboard/ui/dashboard-screen.tsx";
import { campaign_lists, funnelPeriod, periodParsers, urgent_list } from "#features/dashboard/ui/period.ts";
import { PeriodSwitch } from "#features/dashboard/ui/period-switch.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, formatFor } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

const load = createLoader(periodParsers);

/** Every figure is asked for before the page is printed, all at once. */
export default async function DashboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/dashboard", asked));
  if (!roleMay(me.role, "dashboard.read")) forbidden();
  const { period } = load(asked);
  const { trpc, HydrateClient } = await serverApi();
  const decides = roleMay(me.role, "bookings.read");
  await Promise.all([
    trpc.stats.calls.prefetch({ period }),
    trpc.stats.conversions.prefetch({ period }),
    funnelPeriod(period) !== period && trpc.stats.conversions.prefetch({ period: funnelPeriod(period) }),
    trpc.live.operations.prefetch({}),
    decides && trpc.bookings.list.prefetch(waitingInput(await formatFor(me), Date.now())),
    ...(roleMay(me.role, "campaigns.read") ? campaign_lists.map((input) => trpc.campaigns.list.prefetch(input)) : []),
    roleMay(me.role, "tickets.read") && trpc.stats.tickets.prefetch({ period }),
    roleMay(me.role, "tickets.read") && trpc.tickets.list.prefetch(urgent_list),
  ]);
  const t = await getTranslations("dashboard");
  return (
    <Words of={["dashboard", "bookings"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          <div className="max-md:hidden">
            <PeriodSwitch />
          </div>
        </PageHeader>
        <DashboardScreen waiting={decides ? <WaitingBlock /> : null} />
      </HydrateClient>
    </Words>
  );
}
