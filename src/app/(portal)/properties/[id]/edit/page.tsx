import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditProperty } from "#features/properties/ui/form/edit-property.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { orNotFound } from "../../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("properties"))("edit_title") };
}

export default async function EditPropertyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const me = await requireUser(`/properties/${id}/edit`);
  if (!roleMay(me.role, "properties.write")) forbidden();
  const { trpc } = await serverApi();
  const property = await orNotFound(trpc.properties.one({ id }));
  const t = await getTranslations("properties");
  return (
    <Words of={["properties"]}>
      <PageHeader
        title={t("edit_title")}
        live={false}
        back={{ href: `/properties/${id}`, label: property.reference }}
      />
      <EditProperty printed={property} />
    </Words>
  );
}
