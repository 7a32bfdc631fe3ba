import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApiKeysScreen } from "#features/api-keys/ui/api-keys-screen.tsx";
import { listInput } from "#features/api-keys/ui/list-input.ts";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_keys") };
}

export default async function ApiKeysPage() {
  const me = await requireUser("/settings/keys");
  if (!roleMay(me.role, "api_keys.manage")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await trpc.apiKeys.list.prefetchInfinite(listInput);
  return (
    <HydrateClient>
      <ApiKeysScreen />
    </HydrateClient>
  );
}
