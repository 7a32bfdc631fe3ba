import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { inquirersInput } from "#features/properties/ui/list-input.ts";
import { PropertyScreen } from "#features/properties/ui/property-screen.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { orNotFound } from "../../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("properties"))("title") };
}

export default async function PropertyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const me = await requireUser(`/properties/${id}`);
  if (!roleMay(me.role, "properties.read")) forbidden();
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    orNotFound(trpc.properties.one({ id })),
    trpc.properties.one.prefetch({ id }),
    trpc.properties.activity.prefetch({ id }),
    trpc.properties.inquirers.prefetchInfinite(inquirersInput(id)),
  ]);
  return (
    <Words of={["properties"]}>
      <HydrateClient>
        <PropertyScreen id={id} />
      </HydrateClient>
    </Words>
  );
}
