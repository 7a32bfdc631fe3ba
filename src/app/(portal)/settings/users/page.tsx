import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { filterParsers, listInput } from "#features/users/ui/filters.ts";
import { UsersScreen } from "#features/users/ui/users-screen.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { addressOf } from "../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_users") };
}

const load = createLoader(filterParsers);

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/settings/users", asked));
  if (!roleMay(me.role, "users.manage")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await trpc.users.list.prefetchInfinite(listInput(load(asked)));
  return (
    <HydrateClient>
      <UsersScreen />
    </HydrateClient>
  );
}
