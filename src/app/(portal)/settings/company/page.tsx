import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CompanyScreen } from "#features/company/ui/company-screen.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("nav_company") };
}

export default async function CompanyPage() {
  const me = await requireUser("/settings/company");
  if (!roleMay(me.role, "company.manage")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await trpc.company.one.prefetch({});
  return (
    <HydrateClient>
      <CompanyScreen />
    </HydrateClient>
  );
}
