import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { filterParsers } from "#features/reports/ui/filters.ts";
import { inputsOf, offeredTo } from "#features/reports/ui/inputs.ts";
import { ReportActs } from "#features/reports/ui/report-acts.tsx";
import { ReportsScreen } from "#features/reports/ui/reports-screen.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

const load = createLoader(filterParsers);

export default async function ReportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/reports", asked));
  const offered = offeredTo((permission) => roleMay(me.role, permission));
  const [first] = offered;
  if (!first) forbidden();
  const filters = load(asked);
  const inputs = inputsOf(filters);
  const { trpc, HydrateClient } = await serverApi();
  const { reports } = trpc;
  const prefetch = {
    calls: () => reports.calls.prefetch(inputs.calls),
    funnel: () => reports.funnel.prefetch(inputs.funnel),
    bookings: () => reports.bookings.prefetch(inputs.bookings),
    campaigns: () => reports.campaigns.prefetch(inputs.campaigns),
    tickets: () => reports.tickets.prefetch(inputs.tickets),
  };
  await prefetch[offered.find((name) => name === filters.report) ?? first]();
  const t = await getTranslations("reports");
  return (
    <Words of={["reports"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          <ReportActs />
        </PageHeader>
        <ReportsScreen />
      </HydrateClient>
    </Words>
  );
}
