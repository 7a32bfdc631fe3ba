import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IntegrationsScreen } from "#features/integrations/ui/integrations-screen.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_integrations") };
}

export default async function IntegrationsPage() {
  const me = await requireUser("/settings/integrations");
  if (!roleMay(me.role, "company.manage")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([trpc.integrations.read.prefetch({}), trpc.notifications.preferences.prefetch({})]);
  return (
    <HydrateClient>
      <IntegrationsScreen />
    </HydrateClient>
  );
}
