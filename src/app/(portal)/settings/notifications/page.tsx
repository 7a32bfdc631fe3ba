import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PreferencesScreen } from "#features/notifications/ui/preferences-screen.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_notifications") };
}

export default async function PreferencesPage() {
  const me = await requireUser("/settings/notifications");
  if (!roleMay(me.role, "notifications.own")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await trpc.notifications.preferences.prefetch({});
  return (
    <HydrateClient>
      <PreferencesScreen />
    </HydrateClient>
  );
}
