import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewProperty } from "#features/properties/ui/form/new-property.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("properties"))("new") };
}

export default async function NewPropertyPage() {
  const me = await requireUser("/properties/new");
  if (!roleMay(me.role, "properties.write")) forbidden();
  const t = await getTranslations("properties");
  return (
    <Words of={["properties"]}>
      <PageHeader title={t("new")} live={false} back={{ href: "/properties", label: t("title") }} />
      <NewProperty />
    </Words>
  );
}
