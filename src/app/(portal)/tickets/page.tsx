import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { filterParsers } from "#features/tickets/ui/filters.ts";
import { countInput, listInput } from "#features/tickets/ui/list-input.ts";
import { NewTicket } from "#features/tickets/ui/new-ticket.tsx";
import { TicketsScreen } from "#features/tickets/ui/tickets-screen.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tickets"))("title") };
}

const load = createLoader(filterParsers);

export default async function TicketsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/tickets", asked));
  if (!roleMay(me.role, "tickets.read")) forbidden();
  const filters = load(asked);
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.tickets.list.prefetchInfinite(listInput(filters, me.company.timezone)),
    trpc.tickets.counts.prefetch(countInput(filters, me.company.timezone)),
    trpc.tickets.hours.prefetch({}),
    trpc.staff.list.prefetch({}),
    filters.ticket && trpc.tickets.one.prefetch({ id: filters.ticket }),
    filters.ticket && trpc.tickets.viewers.prefetch({ id: filters.ticket }),
  ]);
  const t = await getTranslations("tickets");
  return (
    <Words of={["tickets"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          <NewTicket />
        </PageHeader>
        <TicketsScreen />
      </HydrateClient>
    </Words>
  );
}
