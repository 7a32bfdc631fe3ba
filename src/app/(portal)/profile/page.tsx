import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { ProfileScreen } from "#features/shell/ui/profile-screen.tsx";
import { requireUser } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function ProfilePage() {
  await requireUser("/profile");
  const t = await getTranslations("profile");
  return (
    <>
      <PageHeader title={t("title")} live={false} />
      <ProfileScreen />
    </>
  );
}
