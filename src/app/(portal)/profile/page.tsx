import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileScreen } from "#features/profile/ui/profile-screen.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { requireUser, serverApi } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function ProfilePage() {
  await requireUser("/profile");
  const { trpc, HydrateClient } = await serverApi();
  await trpc.profile.sessions.prefetch({});
  const t = await getTranslations("profile");
  return (
    <Words of={["profile"]}>
      <HydrateClient>
        <PageHeader title={t("title")} live={false} />
        <ProfileScreen />
      </HydrateClient>
    </Words>
  );
}
