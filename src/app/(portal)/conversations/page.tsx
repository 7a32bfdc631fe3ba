import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { ConversationsScreen } from "#features/conversations/ui/conversations-screen.tsx";
import { filterParsers } from "#features/conversations/ui/filters.ts";
import { countInput, listInput } from "#features/conversations/ui/list-input.ts";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf, formatFor } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

const load = createLoader(filterParsers);

export default async function ConversationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/conversations", asked));
  if (!roleMay(me.role, "conversations.read")) forbidden();
  const filters = load(asked);
  const clock = { format: await formatFor(me), now: Date.now() };
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.conversations.list.prefetchInfinite(listInput(filters, clock)),
    trpc.conversations.counts.prefetch(countInput(filters, clock)),
  ]);
  const t = await getTranslations("conversations");
  return (
    <Words of={["conversations"]}>
      <HydrateClient>
        <PageHeader title={t("title")} />
        <ConversationsScreen />
      </HydrateClient>
    </Words>
  );
}
