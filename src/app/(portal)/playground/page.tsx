import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PlaygroundScreen } from "#features/playground/ui/playground-screen.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("playground"))("title") };
}

export default async function PlaygroundPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const me = await requireUser(addressOf("/playground", await searchParams));
  if (!roleMay(me.role, "playground.use")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await trpc.playground.agents.prefetch({});
  return (
    <Words of={["playground"]}>
      <HydrateClient>
        <PlaygroundScreen />
      </HydrateClient>
    </Words>
  );
}
