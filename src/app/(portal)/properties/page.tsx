import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { filterParsers } from "#features/properties/ui/filters.ts";
import { countInput, listInput } from "#features/properties/ui/list-input.ts";
import { PropertiesScreen } from "#features/properties/ui/properties-screen.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { LinkButton } from "#ui/button.tsx";
import { addressOf } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("properties"))("title") };
}

const load = createLoader(filterParsers);

export default async function PropertiesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/properties", asked));
  if (!roleMay(me.role, "properties.read")) forbidden();
  const filters = load(asked);
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.properties.list.prefetchInfinite(listInput(filters)),
    trpc.properties.counts.prefetch(countInput(filters)),
  ]);
  const t = await getTranslations("properties");
  return (
    <Words of={["properties"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          {roleMay(me.role, "properties.write") ? (
            <LinkButton tone="primary" icon={Plus} href="/properties/new">
              <span className="max-md:sr-only">{t("new")}</span>
            </LinkButton>
          ) : null}
        </PageHeader>
        <PropertiesScreen />
      </HydrateClient>
    </Words>
  );
}
