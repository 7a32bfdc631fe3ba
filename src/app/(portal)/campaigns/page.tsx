import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { CampaignsScreen } from "#features/campaigns/ui/campaigns-screen.tsx";
import { filterParsers } from "#features/campaigns/ui/filters.ts";
import { countInput, listInput } from "#features/campaigns/ui/list-input.ts";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { Words } from "#i18n/words.tsx";
import { roleMay } from "#trpc/may.ts";
import { requireUser, serverApi } from "#trpc/server.ts";
import { LinkButton } from "#ui/button.tsx";
import { addressOf } from "../request-facts.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("title") };
}

const load = createLoader(filterParsers);

export default async function CampaignsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asked = await searchParams;
  const me = await requireUser(addressOf("/campaigns", asked));
  if (!roleMay(me.role, "campaigns.read")) forbidden();
  const filters = load(asked);
  const { trpc, HydrateClient } = await serverApi();
  await Promise.all([
    trpc.campaigns.list.prefetchInfinite(listInput(filters)),
    trpc.campaigns.counts.prefetch(countInput(filters)),
  ]);
  const t = await getTranslations("campaigns");
  return (
    <Words of={["campaigns"]}>
      <HydrateClient>
        <PageHeader title={t("title")}>
          {roleMay(me.role, "campaigns.write") ? (
            <LinkButton tone="primary" icon={Plus} href="/campaigns/new">
              <span className="max-md:sr-only">{t("new")}</span>
            </LinkButton>
          ) : null}
        </PageHeader>
        <CampaignsScreen />
      </HydrateClient>
    </Words>
  );
}
