import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { filterParsers, inboxInput } from "#features/notifications/ui/inbox-input.ts";
import { InboxScreen } from "#features/notifications/ui/inbox-screen.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

const load = createLoader(filterParsers);

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  await requireUser(addressOf("/notifications", asked));
  const { trpc, HydrateClient } = await serverApi();
  await trpc.notifications.list.prefetchInfinite(inboxInput(load(asked)));
  const t = await getTranslations("notifications");
  return (
    <HydrateClient>
      <PageHeader title={t("title")} />
      <InboxScreen />
    </HydrateClient>
  );
}
