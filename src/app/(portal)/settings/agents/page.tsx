import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { AgentsScreen } from "#features/agents/ui/agents-screen.tsx";
import { filterParsers, versionsInput } from "#features/agents/ui/versions-input.ts";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_agents") };
}

const load = createLoader(filterParsers);

export default async function AgentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/settings/agents", asked));
  if (!roleMay(me.role, "agents.manage")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.agents.current.prefetch({}),
    trpc.agents.versions.prefetchInfinite(versionsInput(load(asked).kind)),
  ]);
  return (
    <HydrateClient>
      <AgentsScreen />
    </HydrateClient>
  );
}
